using Spectre.Console;
using Weft.Store.Printing;

namespace Weft.Tool.Rendering;

/// <summary>Text, painted or plain, that is being put together.</summary>
// Design: everything is composed in memory and written at once, because Spectre pads tables to the right, which nobody wants in a file.
internal sealed class TextPage
{
    /// <summary>A width at which nothing is wrapped.</summary>
    internal const int Unbounded = 1 << 20;

    private readonly StringWriter _text = new() { NewLine = "\n" };
    private readonly IAnsiConsole _tables;
    private readonly IAnsiConsole _lines;   // a terminal wraps long lines itself, and copies them as one

    internal TextPage(bool isDecorated, int width)
    {
        IsDecorated = isDecorated;
        _tables = NewConsole(width);
        _lines = NewConsole(Unbounded);
        Style = new TextStyle(isDecorated, Paint);
    }

    /// <summary>Whether there are colours and glyphs.</summary>
    internal bool IsDecorated { get; }

    /// <summary>How pieces of text look.</summary>
    internal TextStyle Style { get; }

    /// <summary>A piece of text as Spectre's markup.</summary>
    internal string Paint(TextPart part, string text)
    {
        string escaped = Markup.Escape(ControlCharacters.Remove(text));
        return ColourOf(part) is { } colour && text.Length > 0 ? $"[{colour}]{escaped}[/]" : escaped;
    }

    /// <summary>Appends markup as it is, line ends included.</summary>
    internal void Add(string markup) => _lines.Markup(markup);

    /// <summary>Appends a line of pieces.</summary>
    internal void AddLine(params (TextPart Part, string Text)[] pieces) =>
        Add(string.Concat(pieces.Select(piece => Paint(piece.Part, piece.Text))) + "\n");

    /// <summary>Appends a table whose cells are markup, indented.</summary>
    internal void AddTable(int indent, string[] headings, IEnumerable<string[]> rows, params int[] numberColumns)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        for (int i = 0; i < headings.Length; i++)
        {
            var column = new TableColumn(Paint(TextPart.Note, headings[i])) { Padding = new Padding(0, 0, 2, 0) };
            if (numberColumns.Contains(i)) column.RightAligned();
            table.AddColumn(column);
        }
        foreach (string[] row in rows) table.AddRow(row);
        _tables.Write(new Padder(table, new Padding(indent, 0, 0, 0)));
    }

    /// <summary>The whole text.</summary>
    public override string ToString()
    {
        string[] lines = _text.ToString().Split('\n');
        return string.Join('\n', lines.Select(line => line.TrimEnd(' ', '\r')));
    }

    private static string? ColourOf(TextPart part) => part switch
    {
        TextPart.Tree or TextPart.Note => "grey",
        TextPart.Heading => "bold",
        TextPart.Root => "green",
        TextPart.Derived => "blue",
        TextPart.Count => "yellow",
        TextPart.Warning => "red",
        _ => null,
    };

    private IAnsiConsole NewConsole(int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsDecorated ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = IsDecorated ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_text),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = IsDecorated;
        return console;
    }
}
