// Command lectern reads articles in the terminal: it shows exactly the article,
// and what was removed around it and why.
package main

import (
	"context"
	"io"
	"log"
	"os"

	"github.com/spf13/cobra"

	"lectern/ui/cli"
)

func main() {
	// Started by a double click on Windows, lectern opens its built-in article
	// as it does anywhere else, instead of advising to use a command prompt.
	cobra.MousetrapHelpText = ""
	// What libraries have to say to a log would land in the middle of the screen.
	log.SetOutput(io.Discard)
	os.Exit(cli.Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
