package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lectern/reader/doc"
)

// usageError is a wrong command line or configuration: exit code 2.
type usageError struct {
	command string // what to ask for help, such as "lectern clean"
	message string
}

func (e *usageError) Error() string { return e.message }

// reportedError is an error whose message the person has seen already.
type reportedError struct{ code int }

func (e *reportedError) Error() string { return fmt.Sprintf("exit code %d", e.code) }

// usage returns an error about the command line of cmd.
func usage(cmd *cobra.Command, format string, args ...any) error {
	return &usageError{command: cmd.CommandPath(), message: fmt.Sprintf(format, args...)}
}

// flagError says in plain words what cobra's flag parser says in its own.
func flagError(cmd *cobra.Command, err error) error {
	var (
		missing *pflag.NotExistError
		needs   *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &missing):
		name := missing.GetSpecifiedName()
		if missing.GetSpecifiedShortnames() != "" {
			return usage(cmd, "unknown flag -%s", name)
		}
		return usage(cmd, "unknown flag --%s", name)
	case errors.As(err, &needs):
		return usage(cmd, "--%s needs a value", needs.GetFlag().Name)
	case errors.As(err, &invalid):
		f := invalid.GetFlag()
		return usage(cmd, "--%s: %q is not %s", f.Name, invalid.GetValue(), article(f.Value.Type()))
	}
	return usage(cmd, "%s", err)
}

// article names a flag's type for people.
func article(flagType string) string {
	switch flagType {
	case "int":
		return "a whole number"
	case "bool":
		return "true or false"
	}
	return "a " + flagType
}

// report writes the error as one sentence, with where to look for help after a
// wrong command line. Whoever interrupts lectern knows why it stops.
func (p *program) report(err error) {
	if _, seen := errors.AsType[*reportedError](err); seen || err == nil || errors.Is(err, context.Canceled) {
		return
	}
	// Nothing can be done about a standard error that cannot be written.
	_, _ = fmt.Fprintf(p.stderr, "lectern: %s\n", doc.Clean(err.Error()))
	if wrong, ok := errors.AsType[*usageError](err); ok {
		_, _ = fmt.Fprintf(p.stderr, "Try: %s --help\n", wrong.command)
	}
}

// exitCode returns the exit code that stands for the error.
func exitCode(err error) int {
	var (
		seen  *reportedError
		wrong *usageError
		fault *doc.Fault
	)
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &seen):
		return seen.code
	case errors.As(err, &wrong):
		return exitUsage
	case errors.As(err, &fault):
		return faultCode(fault.Kind)
	}
	return exitPartial
}

func faultCode(k doc.FaultKind) int {
	switch k {
	case doc.Unreachable:
		return exitUnreachable
	case doc.Unreadable:
		return exitUnreadable
	case doc.Unsaved:
		return exitUnsaved
	}
	return exitPartial
}

// tally counts how a number of inputs fared. Failures are reported as they
// happen, so that messages stand in the order of the inputs.
type tally struct {
	p    *program
	done int // inputs that went well
	code int // of the failures, exitPartial if they differ, exitOK without any
}

// add counts one input.
func (t *tally) add(err error) {
	if err == nil {
		t.done++
		return
	}
	t.p.report(err)
	switch code := exitCode(err); {
	case t.code == exitOK:
		t.code = code
	case t.code != code:
		t.code = exitPartial
	}
}

// err returns nil if every input went well. If all failed the same way, that
// way's exit code; else exitPartial.
func (t *tally) err() error {
	switch {
	case t.code == exitOK:
		return nil
	case t.done > 0:
		return &reportedError{exitPartial}
	}
	return &reportedError{t.code}
}
