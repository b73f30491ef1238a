package styles

import (
	"strings"

	"lectern/reader/doc"
)

// ownNames are the names of the roles in style files, without those of the
// entities and reasons, which the document already names.
var ownNames = [roleCount]string{
	Text: "text", Title: "title", Meta: "meta", Heading1: "heading1", Heading2: "heading2", Heading3: "heading3",
	Link: "link", Emphasis: "emphasis", Strong: "strong", Code: "code", CodeBlock: "code-block", Strike: "strike",
	Script: "script", Marked: "marked", Quote: "quote", QuoteBar: "quote-bar", ListMarker: "list-marker",
	TableHead: "table-head", TableRule: "table-rule", Caption: "caption", Image: "image", Separator: "separator",
	Continuation: "continuation", Notice: "notice", Ghost: "ghost", GhostLabel: "ghost-label", Match: "match",
	CurrentMatch: "current-match", PanelTitle: "panel-title", PanelBorder: "panel-border", PanelGroup: "panel-group",
	PanelCount: "panel-count", PanelText: "panel-text", PanelSelected: "panel-selected",
	PanelEvidence: "panel-evidence", StatusBar: "status-bar", StatusKey: "status-key", StatusMessage: "status-message",
	ErrorTitle: "error-title", ErrorBody: "error-body", Progress: "progress", ProgressTrack: "progress-track",
	Prompt: "prompt", PromptText: "prompt-text", HelpKey: "help-key", HelpDesc: "help-desc", Cursor: "cursor",
}

// String returns the role's name, as style files have it: "heading1",
// "entity-person", "removed-newsletter".
func (r Role) String() string {
	switch {
	case r >= reasonRole && r <= Reason(doc.Unclear):
		return "removed-" + strings.ReplaceAll(doc.Reason(r-reasonRole).String(), " ", "-")
	case r >= entityRole && r < reasonRole:
		return "entity-" + doc.EntityKind(r-entityRole).String()
	case r < roleCount:
		return ownNames[r]
	}
	return ""
}

// roleNamed returns the role of the name.
func roleNamed(name string) (Role, bool) {
	for r := range roleCount {
		if r.String() == name && r != Reason(doc.None) {
			return r, true
		}
	}
	return 0, false
}
