package cli

import (
	"context"
	"errors"
	"os/exec"
	"runtime"
	"strings"

	"lectern/reader/doc"
)

// browse opens an http or https address in the person's browser. The address
// is an argument of its own; no shell sees it.
func browse(address string) error {
	if doc.CleanURL(nil, address) != address || !strings.HasPrefix(address, "http") {
		return errors.New("not an address a browser opens")
	}
	name, args := browser(runtime.GOOS)
	// The browser outlives the reader, so no context ends it.
	cmd := exec.CommandContext(context.Background(), name, append(args, address)...) //nolint:gosec // fixed programs, a checked address
	if err := cmd.Start(); err != nil {
		return errors.New("no program to open addresses with: " + name + " is not installed")
	}
	go func() { _ = cmd.Wait() }() // only so that the system forgets the process
	return nil
}

// browser returns the command that opens an address on an operating system.
func browser(system string) (name string, args []string) {
	switch system {
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}
	case "darwin":
		return "open", nil
	}
	return "xdg-open", nil
}
