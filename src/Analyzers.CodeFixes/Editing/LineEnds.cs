using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace Weft.Analyzers.Editing;

/// <summary>What ends the lines of a document: new ones end as those that were there, whatever the machine or the formatter would take.</summary>
internal static class LineEnds
{
    private static readonly Regex _any = new("\r\n|\n");

    /// <summary>A changed document, simplified and formatted where it asks for it, with the line ends of the original one.</summary>
    internal static async Task<Document> KeepAsync(Document original, Document changed, CancellationToken cancellationToken)
    {
        string before = (await original.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
        if (OnlyIn(before) is not { } lineEnd) return changed;
        // What an editor does with a fix, which may add lines.
        Document document = await Simplifier.ReduceAsync(changed, Simplifier.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
        document = await Formatter.FormatAsync(document, Formatter.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
        document = await Formatter.FormatAsync(document, SyntaxAnnotation.ElasticAnnotation, cancellationToken: cancellationToken).ConfigureAwait(false);
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        string after = _any.Replace(text.ToString(), lineEnd);
        return after == text.ToString() ? document : changed.WithText(SourceText.From(after, text.Encoding, text.ChecksumAlgorithm));
    }

    // Null where there is none, or where there are two kinds.
    private static string? OnlyIn(string text)
    {
        int lines = text.Count(character => character == '\n'), windows = 0;
        for (int at = text.IndexOf("\r\n", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\r\n", at + 2, StringComparison.Ordinal)) windows++;
        return lines == 0 || (windows > 0 && windows < lines) ? null : windows > 0 ? "\r\n" : "\n";
    }
}
