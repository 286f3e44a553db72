using System.Globalization;
using Weft.Answers;
using Weft.Flows;
using Weft.Store.Addresses;
using Weft.Store.Events;
using Weft.Store.Runs;

namespace Weft.Store;

/// <summary>Why a record of an output is there.</summary>
/// <param name="Run">The run.</param>
/// <param name="Record">The record.</param>
/// <param name="Graph">The answer.</param>
/// <param name="Roots">The inputs, consecutive ones of a source together.</param>
/// <param name="Lines">The text of input lines; null when not asked for.</param>
/// <param name="Others">Runs of other processes that the record came through.</param>
/// <param name="Times">When the records were there; null when not asked for.</param>
internal sealed record WhyAnswer(
    RunInfo Run, OutputRecord Record, LineageGraph Graph, IReadOnlyList<SourceRange> Roots, SourceLines? Lines, IReadOnlyList<RunInfo> Others, RecordTimes? Times = null)
{
    /// <summary>What there is to know beside the answer: that the output was made several times, that the recording has no end.</summary>
    internal IReadOnlyList<string> Notes
    {
        get
        {
            var notes = new List<string>();
            if (Record.Output.Occurrences > 1) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{Record.Output.Name} was made {Record.Output.HowOften} times; this is {Record.Output.Name}#{Record.Occurrence.Number}"));
            foreach (RunInfo run in Others.Prepend(Run))
            {
                if (run.State is RunState.Abrupt) notes.Add($"run {run.Name} ended abruptly; what it did last is not in the recording");
                if (run.State is RunState.Failed) notes.Add($"run {run.Name} ended by an unhandled exception");
                if (run.State is RunState.Unfinished) notes.Add($"run {run.Name} has no end: it still goes on, or ended abruptly, on {run.Process?.Host}");
            }
            notes.AddRange(Graph.Repeated);
            return notes;
        }
    }

    /// <summary>Asks the recording of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="record">The record.</param>
    /// <param name="limit">Ancestors beyond which they are counted by site and source instead of listed; most input lines to read.</param>
    /// <param name="withLines">Whether to read the text of input lines.</param>
    /// <param name="others">Runs of other processes, in which the answer goes on where the record came by a message; null when there are none.</param>
    /// <param name="withTimes">Whether to look up when the records were there.</param>
    internal static WhyAnswer Ask(OpenRun run, OutputRecord record, int limit, bool withLines, RunsByProcess? others = null, bool withTimes = false)
    {
        SpanColumn column = run.Recording.ReadColumn(record.Occurrence.Recorded);
        LineageGraph graph = GraphBuilder.Build(run.Recording, record.Label, column[record.Index], column.Step, limit, process => others?.Find(process)?.Recording);
        SourceRange[] roots = [.. graph.RootRanges.Select(range => new SourceRange(range.Source, range.FirstIndex, range.Count))];
        SourceLines? lines = withLines ? SourceLines.Read(roots, limit) : null;
        IReadOnlyList<RunInfo> opened = others?.Opened ?? [];
        return new WhyAnswer(run.Info, record, graph, roots, lines, opened, withTimes ? TimesOf(run, record, graph, others) : null);
    }

    private static RecordTimes TimesOf(OpenRun run, OutputRecord record, LineageGraph graph, RunsByProcess? others)
    {
        if (graph.IsSummarised) throw new AskException(AskFault.Question, $"{record.Label} has {graph.AncestorCount} ancestors, too many to say of each when it was there: a greater --limit lists them.");
        var events = new AskedEvents([run, .. others?.OpenedRuns ?? []]);
        return events.WhyNone() is { } reason ? throw new AskException(AskFault.NotFound, reason) : RecordTimes.Of(events, graph, record);
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
