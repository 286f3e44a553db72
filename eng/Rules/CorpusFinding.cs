using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Weft.Rules;

/// <summary>One finding, with its line of source.</summary>
internal sealed record CorpusFinding(string Repository, string Id, DiagnosticSeverity Severity, string Path, int Line, string Message, string Source)
{
    internal static CorpusFinding Of(SourceTree source, Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string line = diagnostic.Location.SourceTree?.GetText().Lines[span.StartLinePosition.Line].ToString().Trim() ?? "";
        return new CorpusFinding(source.Name, diagnostic.Id, diagnostic.Severity, span.Path, span.StartLinePosition.Line + 1, diagnostic.GetMessage(CultureInfo.InvariantCulture), line);
    }

    public override string ToString() => $"{Id}\t{Severity}\t{Repository}/{Path}:{Line}\t{Message}\t{Source}";
}
