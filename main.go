// Command lectern reads articles in the terminal: it shows exactly the article,
// and what was removed around it and why.
package main

import (
	"context"
	"io"
	"log"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"lectern/ui/cli"
)

func main() {
	putOffCollection()
	// Started by a double click on Windows, lectern opens its built-in article
	// as it does anywhere else, instead of advising to use a command prompt.
	cobra.MousetrapHelpText = ""
	// What libraries have to say to a log would land in the middle of the screen.
	log.SetOutput(io.Discard)
	os.Exit(cli.Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// putOffCollection lets memory grow to 48 MiB before garbage is collected for
// the first time, from where on it is collected as ever. Most articles are on
// the screen by then; at 4 MiB, where Go begins, the first collection would run
// beside what makes the first words ready, and cost a fifth of that time.
func putOffCollection() {
	const enough = 48 << 20
	limit := debug.SetMemoryLimit(-1)
	if limit < enough {
		return
	}
	debug.SetMemoryLimit(enough)
	percent := debug.SetGCPercent(-1)
	// The first collection finds this out of use.
	marker := new([64]byte)
	runtime.AddCleanup(marker, func(percent int) {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}, percent)
}
