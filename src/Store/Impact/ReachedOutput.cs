using Weft.Answers;
using Weft.Flows;
using Weft.Store.Catalogue;
using Weft.Store.Runs;

namespace Weft.Store.Impact;

/// <summary>The records of one occurrence of an output that an input has reached.</summary>
/// <param name="Run">The run that made it.</param>
/// <param name="Output">The output.</param>
/// <param name="Occurrence">Which time it was made.</param>
/// <param name="Count">The number of records reached.</param>
/// <param name="Ranges">Their 0-based indexes, as first index and count of consecutive ones; not all when there are many.</param>
/// <param name="RangeCount">The number of ranges, listed or not.</param>
internal sealed record ReachedOutput(RunInfo Run, OutputEntry Output, OutputOccurrence Occurrence, long Count, IReadOnlyList<(int First, int Count)> Ranges, int RangeCount)
{
    /// <summary>The outputs that hold spans of a set.</summary>
    internal static IReadOnlyList<ReachedOutput> Of(OpenRun run, SpanSet reached, int rangeLimit) =>
    [
        .. from output in run.Catalogue.Outputs
           from occurrence in output.Kept
           let found = Find(run, output, occurrence, reached, rangeLimit)
           where found.Count > 0
           select found,
    ];

    /// <summary>The names of the outputs that hold a span of a set.</summary>
    internal static IEnumerable<string> Names(OpenRun run, SpanSet reached) => run.Catalogue.Outputs
        .Where(output => output.Kept.Any(occurrence => Find(run, output, occurrence, reached, rangeLimit: 1).Count > 0))
        .Select(output => output.Name)
        .Distinct();

    private static ReachedOutput Find(OpenRun run, OutputEntry output, OutputOccurrence occurrence, SpanSet reached, int rangeLimit)
    {
        const int Part = 1024;
        SpanColumn column = run.Recording.ReadColumn(occurrence.Recorded);
        Span<ulong> spans = stackalloc ulong[Part];
        var ranges = new List<(int First, int Count)>();
        long count = 0;
        int rangeCount = 0, end = -1;
        for (int start = 0; start < column.Count; start += Part)
        {
            Span<ulong> part = spans[..Math.Min(Part, column.Count - start)];
            column.CopyTo(start, part);
            for (int i = 0; i < part.Length; i++)
            {
                if (!reached.Contains(part[i])) continue;
                count++;
                int index = start + i;
                if (index == end && rangeCount == ranges.Count) ranges[^1] = (ranges[^1].First, ranges[^1].Count + 1);
                else if (index != end && ++rangeCount <= rangeLimit) ranges.Add((index, 1));
                end = index + 1;
            }
        }
        return new ReachedOutput(run.Info, output, occurrence, count, ranges, rangeCount);
    }
}
