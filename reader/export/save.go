package export

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"time"

	"lectern/reader/doc"
)

// Save writes the article to a new file in a folder and returns the file's
// path. It never overwrites: a name that is taken gets a number. The file is
// there whole or not at all, whatever happens, and nothing else stays behind.
// A folder that does not exist is made, but not the folders above it: a path
// with a slip of the pen, or on a disk that is not there, is an error.
//
// Save may be called from several goroutines and processes at once. Errors are
// *doc.Fault of the kind Unsaved.
func Save(dir string, d *doc.Document, f Format, now time.Time) (path string, err error) {
	if dir == "" {
		dir = "."
	}
	if err := makeFolder(dir); err != nil {
		return "", fault(dir, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", fault(dir, err)
	}
	defer func() { _ = root.Close() }()
	name, err := saveNew(root, d, f, now)
	if err != nil {
		return "", fault(dir, err)
	}
	syncFolder(root)
	return filepath.Join(dir, name), nil
}

// makeFolder makes a folder unless it is there.
func makeFolder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err == nil && !info.IsDir():
		return syscall.ENOTDIR
	case errors.Is(err, fs.ErrNotExist):
		if err = os.Mkdir(dir, 0o750); errors.Is(err, fs.ErrExist) {
			return nil // somebody else has just made it
		}
		return err
	default:
		return err
	}
}

// saveNew writes the article to a temporary file and gives it its name.
func saveNew(root *os.Root, d *doc.Document, f Format, now time.Time) (name string, err error) {
	temp := ".lectern-" + rand.Text() + ".tmp"
	file, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return "", err
	}
	defer func() { _ = root.Remove(temp) }() // it is gone already where it was renamed
	err = writeCopy(file, d, f, now)
	if err == nil {
		err = file.Sync()
	}
	if e := file.Close(); err == nil {
		err = e
	}
	if err != nil {
		return "", err
	}
	return settle(root, temp, d, f)
}

// maxTaken is how many files of one name may exist before Save gives up.
const maxTaken = 9999

// settle gives a finished file the first name that is free, and returns it.
func settle(root *os.Root, temp string, d *doc.Document, f Format) (string, error) {
	for n := 1; n <= maxTaken; n++ {
		name := numbered(d, f, n)
		err := claim(root, temp, name)
		if err == nil {
			return name, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", err
		}
	}
	return "", errTaken
}

var errTaken = errors.New("too many files of that name")

// claim gives a file a name unless it is taken: a hard link does both in one
// step.
func claim(root *os.Root, temp, name string) error {
	err := root.Link(temp, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return reserve(root, temp, name)
}

// reserve does what claim does on file systems without links: it makes an empty
// file of that name, which nobody else can then make, and puts the file in its
// place.
func reserve(root *os.Root, temp, name string) error {
	empty, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	err = empty.Close()
	if err == nil {
		err = root.Rename(temp, name)
	}
	if err != nil {
		_ = root.Remove(name) // the failure before is the one to tell
	}
	return err
}

// syncFolder asks the system to keep the new name through a loss of power.
// Systems that cannot do it for folders keep it anyway, or not; the file's
// content is safe either way, so a failure is none of the person's business.
func syncFolder(root *os.Root) {
	if dir, err := root.Open("."); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
}

// fault puts a failure to save into words.
func fault(dir string, err error) *doc.Fault {
	f := &doc.Fault{Kind: doc.Unsaved, Source: dir, Hint: "choose another folder", Err: err}
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), isWindows(err, errDiskFull, errHandleDiskFull):
		f.What, f.Hint = "the disk is full", "make room or choose another folder"
	case errors.Is(err, syscall.EROFS):
		f.What = "the disk cannot be written to"
	case errors.Is(err, fs.ErrPermission):
		f.What = "no permission to write there"
	case errors.Is(err, syscall.ENOTDIR), isWindows(err, errDirectoryName):
		f.What, f.Hint = "not a folder", "choose a folder to save to"
	case errors.Is(err, fs.ErrNotExist) && missing(filepath.Dir(filepath.Clean(dir))):
		f.What, f.Hint = "the folder above it does not exist", "check the path, or make that folder first"
	case errors.Is(err, fs.ErrNotExist): // so say the systems of /proc and the like
		f.What = "nothing can be kept there"
	case errors.Is(err, syscall.ENAMETOOLONG):
		f.What = "the name is too long for that disk"
	case errors.Is(err, errTaken):
		f.What, f.Hint = "thousands of files of that name are there already", "choose another folder"
	default:
		f.What, f.Hint = fmt.Sprintf("the copy could not be written (%v)", err), "try again or choose another folder"
	}
	return f
}

// missing reports whether nothing stands at the path.
func missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// Errors of Windows that its errors.Is does not know.
const (
	errDiskFull       syscall.Errno = 112
	errHandleDiskFull syscall.Errno = 39
	errDirectoryName  syscall.Errno = 267
)

// isWindows reports whether err is one of these errors of Windows, whose
// numbers mean something else on other systems.
func isWindows(err error, numbers ...syscall.Errno) bool {
	var e syscall.Errno
	if runtime.GOOS != "windows" || !errors.As(err, &e) {
		return false
	}
	return slices.Contains(numbers, e)
}
