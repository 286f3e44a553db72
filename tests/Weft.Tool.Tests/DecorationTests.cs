// Proves that colours, glyphs and progress are for people only: none when the output is piped or NO_COLOR is set, and text from a recording cannot
// drive the terminal.
using System.Text.RegularExpressions;
using Weft.Store;
using Weft.Store.Impact;
using Weft.Store.Printing;
using Weft.Tool.Rendering;
using Weft.Tool.Tests.Harness;

namespace Weft.Tool.Tests;

[Collection(SpecimenCollection.Name)]
public sealed partial class DecorationTests(Specimen specimen)
{
    private const string Escape = "\u001b";

    public static readonly TheoryData<string[]> Questions = [["ls"], ["why", "report[1]"], ["impact", "customers.csv:2"], ["why", "report[1]", "--limit", "2"]];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Text_Piped_IsPlainAscii(string[] question)
    {
        string text = ToolRun.Run(specimen.FolderOf("shop data"), question).Out;
        Assert.DoesNotContain(Escape, text, StringComparison.Ordinal);
        Assert.All(text.Replace(Environment.MachineName, ""), c => Assert.InRange(c, '\n', '~'));
        Assert.DoesNotContain(" \n", text);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Text_OnATerminal_HasColoursAndTheSameWords(string[] question)
    {
        string folder = specimen.FolderOf("shop data");
        string text = ToolRun.Run(folder, isTerminal: true, _ => null, question).Out;
        Assert.Contains(Escape, text, StringComparison.Ordinal);
        string plain = AnsiCode().Replace(text, "").Replace("├─", "+-").Replace("└─", "\\-").Replace('│', '|');
        Assert.Equal(Words(ToolRun.Run(folder, question).Out), Words(plain)); // a table may be wrapped
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public void Text_OnATerminalWithoutColours_IsAsPiped(string name, string value)
    {
        string folder = specimen.FolderOf("shop data");
        string text = ToolRun.Run(folder, isTerminal: true, variable => variable == name ? value : null, "why", "report[1]").Out;
        Assert.Equal(ToolRun.Run(folder, "why", "report[1]").Out, text);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--dot")]
    [InlineData("--mermaid")]
    public void OtherForms_OnATerminal_AreAsPiped(string form)
    {
        string folder = specimen.FolderOf("shop data");
        Assert.Equal(ToolRun.Run(folder, "why", "report[1]", form).Out, ToolRun.Run(folder, isTerminal: true, _ => null, "why", "report[1]", form).Out);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Paint_TextWithControlsAndMarkup_IsHarmless(bool isDecorated)
    {
        var page = new TextPage(isDecorated, 80);
        page.AddLine((TextPart.Text, "a\u001b[2Jb [red]c[/] \u0007\td\r\ne"));
        Assert.Equal("a\uFFFD[2Jb [red]c[/] \uFFFD d\uFFFD\uFFFDe\n", page.ToString());
    }

    [Theory]
    [InlineData("--dot", "a \\\"b\\\" [c]\\n\uFFFD[2J \\\\")]
    [InlineData("--mermaid", "a #quot;b#quot; [c]<br>\uFFFD[2J \\")]
    public void Pictures_LabelWithControlsAndQuotes_AreHarmless(string form, string label)
    {
        using var output = new StringWriter();
        var graph = new ImpactGraph([new ImpactNode(ImpactNodeKind.Root, new SpanId(1), "a \"b\" [c]\n\u001b[2J \\", null)]);
        var answer = new ImpactAnswer(null!, null!, 1, [], 0, [], 0, graph, LineageVerdict.Exact, [], null, []);
        IRenderer renderer = form == "--dot" ? new DotRenderer(output) : new MermaidRenderer(output);
        renderer.Print(answer);
        Assert.Contains($"\"{label}\"", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_QuestionWithControls_IsAnsweredHarmlessly()
    {
        ProcessResult result = ToolRun.Run(specimen.FolderOf("shop data"), "why", "a\u001b[2J");
        Assert.Equal(ExitCode.NotFound, result.ExitCode);
        Assert.StartsWith("weft: no output 'a\uFFFD[2J' in run", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_LongWork_IsShownOnATerminalOnlyAndTakenBack()
    {
        Assert.Equal("", Messages(isTerminal: false, TimeSpan.FromMilliseconds(1200)));
        Assert.Equal("", Messages(isTerminal: true, TimeSpan.Zero));
        string messages = Messages(isTerminal: true, TimeSpan.FromMilliseconds(1500));
        Assert.StartsWith("\rreading ... 1 s", messages, StringComparison.Ordinal);
        Assert.EndsWith("\r" + new string(' ', "reading ... 1 s".Length) + "\r", messages, StringComparison.Ordinal);

        static string Messages(bool isTerminal, TimeSpan work)
        {
            using var error = new StringWriter();
            var environment = new ToolEnvironment(TextWriter.Null, error, isTerminal, isTerminal, 80, "/", _ => null);
            Assert.Equal(42, Progress.During(environment, "reading", () =>
            {
                Thread.Sleep(work);
                return 42;
            }));
            return error.ToString();
        }
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex AnsiCode();
}
