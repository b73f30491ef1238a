//go:build !windows

package cli

import (
	"flag"
	imagecolor "image/color"
	"os"
	"path/filepath"
	"testing"

	"lectern/ui/tui/screentest"
)

var picture = flag.Bool("picture", false, "draw testdata/screen.svg anew")

// TestPictureForReadme draws the picture that the README shows from the screen
// of the real program. It is no golden: every better word of the article or the
// panel would change it.
func TestPictureForReadme(t *testing.T) {
	if !*picture {
		t.Skip("draws only when asked with -picture")
	}
	cmd := command(t, "--theme", "dark")
	cmd.Env = append(cmd.Env, "COLORTERM=truecolor")
	s := screentest.Start(t, cmd, 116, 34)
	s.Wait("In April 1501 a printer in Venice")
	s.Send("r")
	s.Wait("Removed")
	svg := s.Picture(imagecolor.Gray{Y: 0xd4}, imagecolor.RGBA{R: 0x1b, G: 0x1d, B: 0x23, A: 0xff})
	if err := os.WriteFile(filepath.Join("..", "..", "testdata", "screen.svg"), []byte(svg), 0o600); err != nil {
		t.Fatal(err)
	}
}
