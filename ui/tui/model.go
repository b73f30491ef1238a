package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
	"lectern/reader/load"
)

// page is what the screen is about.
type page uint8

const (
	opening page = iota // waiting for the document
	failed              // it could not be opened
	reading
)

// model is the reader's state.
type model struct {
	open   func(progress func(load.Progress)) (*doc.Document, error)
	tag    func(*doc.Document) doc.Findings
	save   func(*doc.Document) (string, error)
	browse func(string) error
	later  func(time.Duration, tea.Msg) tea.Cmd // a message, after a while

	options Options
	keys    keyMap
	themes  themes
	dark    bool // the terminal's background
	colours bool // the terminal has colours
	method  ansi.Method

	page     page
	loading  bool // the document is being opened, for the first time or anew
	slow     bool // opening takes long enough to say so
	progress load.Progress
	err      error     // why the document could not be opened
	instead  openedMsg // what came in its place; without a document, nothing did

	origin  *doc.Document // as it was opened
	base    *doc.Document // with the classifier's verdicts at the strictness set
	shown   *doc.Document // with the person's
	words   []int         // number of words of each block removed from base
	choices choices
	dial    dial

	frame    frame
	notes    []string // of the document, wrapped to the panel
	article  article
	panel    panel
	search   search
	help     help
	notice   notice
	entities bool // are marked
	nameless bool // names were not looked for in what is shown
	picked   int  // the block chosen in the article, -1 if none

	tagSerial int  // tells the entities of what is shown from those of before
	tagging   bool // entities are being looked for
	tagAgain  bool // and what is shown has changed since
}

func newModel(ctx context.Context, o Options) (*model, error) {
	if o.Width <= 0 {
		o.Width = defaultColumn
	}
	ts, err := newThemes(o.Theme)
	if err != nil {
		return nil, err
	}
	m := &model{
		tag: o.Tag, save: o.Save, browse: o.Browse,
		options: o, themes: ts, dark: true, colours: true,
		keys: newKeyMap(o.Browse != nil, o.Save != nil), entities: true, picked: -1,
	}
	m.open = func(progress func(load.Progress)) (*doc.Document, error) { return o.Open(ctx, progress) }
	m.later = func(d time.Duration, msg tea.Msg) tea.Cmd {
		return tea.Tick(d, func(time.Time) tea.Msg { return msg })
	}
	m.search.current = -1
	return m, nil
}

// Init opens the source and asks the terminal for its background.
func (m *model) Init() tea.Cmd {
	cmds := []tea.Cmd{m.start()}
	if m.themes.auto {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

// Update takes a message. It never waits.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.take(msg)
	if work := m.article.work(); work != nil {
		cmd = tea.Batch(cmd, work)
	}
	return m, cmd
}

func (m *model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		if m.page == reading && m.search.typing && m.search.paste(msg.Content) {
			return m.look()
		}
	case tea.ResumeMsg:
		return m.resumed()
	case slowMsg:
		m.slow = true
	case panicMsg:
		msg.raise()
	case tagMsg:
		return m.tagNow(msg)
	case expiredMsg:
		m.notice.expire(msg)
	case tea.WindowSizeMsg, tea.BackgroundColorMsg, tea.ColorProfileMsg, tea.ModeReportMsg:
		m.learn(msg)
	default:
		return m.result(msg)
	}
	return nil
}

// result takes what a command brings.
func (m *model) result(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case openedMsg:
		return m.opened(msg)
	case progressMsg:
		m.progress = msg.at
		return msg.next
	case turnedMsg:
		return m.turned(msg)
	case laidMsg:
		m.article.laid(msg)
	case taggedMsg:
		return m.tagged(msg)
	case foundMsg:
		m.found(msg)
	case savedMsg:
		return m.saved(msg)
	case browsedMsg:
		if msg.err != nil {
			return m.warn("The browser could not be started: " + advice(msg.err))
		}
	}
	return nil
}

// learn takes what the terminal says of itself.
func (m *model) learn(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.frame.width, m.frame.height = msg.Width, msg.Height
		m.arrange()
	case tea.BackgroundColorMsg:
		m.dark = msg.IsDark()
	case tea.ColorProfileMsg:
		m.colours = msg.Profile > colorprofile.ASCII
	case tea.ModeReportMsg:
		if msg.Mode != ansi.ModeUnicodeCore {
			return
		}
		if msg.Value.IsNotRecognized() || msg.Value.IsPermanentlyReset() || m.method == ansi.GraphemeWidth {
			return
		}
		m.method = ansi.GraphemeWidth
		m.article.setGraphemes(true)
		m.arrange()
	}
}

// resumed asks the terminal again for what may have changed while the program
// was suspended, and for the measuring of text that Bubble Tea gave up then.
func (m *model) resumed() tea.Cmd {
	var cmds []tea.Cmd
	if m.themes.auto {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	if m.method == ansi.GraphemeWidth {
		cmds = append(cmds, tea.Raw(ansi.SetModeUnicodeCore))
	}
	return tea.Batch(cmds...)
}

// pen returns what the words around the page are written with.
func (m *model) pen() pen {
	t := m.themes.light
	switch {
	case m.themes.auto && !m.colours:
		t = m.themes.plain
	case m.dark:
		t = m.themes.dark
	}
	return pen{t, m.method}
}

// arrange divides the screen and fits the parts into it.
func (m *model) arrange() {
	w, h := m.frame.width, m.frame.height
	if w <= 0 || h <= 0 {
		return
	}
	m.frame = newFrame(w, h, m.options.Width, m.panel.open, 0)
	if m.panel.open && len(m.base.Notes) > 0 {
		m.notes = nil
		for _, n := range m.base.Notes {
			m.notes = append(m.notes, wrap(m.method, n, m.frame.inner(), maxNotes)...)
		}
		m.frame = newFrame(w, h, m.options.Width, true, len(m.notes))
	}
	m.article.resize(m.frame.column, m.frame.pageHeight)
	m.panel.resize(m.frame.list, m.frame.previewWidth, m.frame.preview, m.method)
}

// source returns what is opened, safe to show.
func (m *model) source() string {
	if m.options.Source == "-" {
		return "standard input"
	}
	return doc.Clean(m.options.Source)
}

// title returns the window's title.
func (m *model) title() string {
	const cells = 120 // some terminals drop titles that are much longer
	if m.shown != nil && m.shown.Title != "" {
		return m.method.Truncate(m.shown.Title, cells, ellipsis)
	}
	return m.method.Truncate("lectern: "+m.source(), cells, ellipsis)
}
