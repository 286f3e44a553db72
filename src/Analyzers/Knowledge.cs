using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Weft.Analyzers.Lineage;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers;

/// <summary>What the rules know of one compilation, resolved once.</summary>
internal sealed class Knowledge
{
    private Knowledge(Compilation compilation, WeftSymbols weft, SinkCatalog sinks, bool isOff)
    {
        Weft = weft;
        Sinks = sinks;
        IsOff = isOff;
        FlowEnds = new FlowEnds(compilation);
    }

    internal WeftSymbols Weft { get; }

    internal SinkCatalog Sinks { get; }

    internal FlowEnds FlowEnds { get; }

    /// <summary>Whether nothing of the project is woven.</summary>
    internal bool IsOff { get; }

    /// <summary>Null when the compilation does not reference Weft: then nothing is analysed.</summary>
    internal static Knowledge? TryCreate(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
        => WeftSymbols.TryCreate(compilation) is { } weft
            ? new Knowledge(compilation, weft, SinkCatalog.Of(compilation, weft, options.AdditionalFiles, cancellationToken), WeavingMode.IsOff(options.AnalyzerConfigOptionsProvider))
            : null;
}
