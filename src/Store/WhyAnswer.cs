using Weft.Answers;
using Weft.Flows;
using Weft.Store.Addresses;
using Weft.Store.Runs;

namespace Weft.Store;

/// <summary>Why a record of an output is there.</summary>
/// <param name="Run">The run.</param>
/// <param name="Record">The record.</param>
/// <param name="Graph">The answer.</param>
/// <param name="Roots">The inputs, consecutive ones of a source together.</param>
/// <param name="Lines">The text of input lines; null when not asked for.</param>
internal sealed record WhyAnswer(RunInfo Run, OutputRecord Record, LineageGraph Graph, IReadOnlyList<SourceRange> Roots, SourceLines? Lines)
{
    /// <summary>Asks the recording of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="record">The record.</param>
    /// <param name="limit">Ancestors beyond which they are counted by site and source instead of listed; most input lines to read.</param>
    /// <param name="withLines">Whether to read the text of input lines.</param>
    internal static WhyAnswer Ask(OpenRun run, OutputRecord record, int limit, bool withLines)
    {
        SpanColumn column = run.Recording.ReadColumn(record.Occurrence.Recorded);
        LineageGraph graph = GraphBuilder.Build(run.Recording, record.Label, column[record.Index], column.Step, limit);
        SourceRange[] roots = [.. graph.RootRanges.Select(range => new SourceRange(range.Source, range.FirstIndex, range.Count))];
        return new WhyAnswer(run.Info, record, graph, roots, withLines ? SourceLines.Read(roots, limit) : null);
    }
}

/// <summary>Consecutive records of a source.</summary>
/// <param name="Source">The source.</param>
/// <param name="FirstIndex">The 0-based index of the first.</param>
/// <param name="Count">Their number.</param>
internal readonly record struct SourceRange(LineageSource Source, long FirstIndex, long Count)
{
    /// <summary>What a person would call them.</summary>
    public override string ToString() => Source.NameOf(FirstIndex, Count);
}
