using System.Collections.Immutable;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft.Operators;

/// <summary>What the methods of an immutable list share that give another one. Where nobody traced either of what they are made of, the result is a source like any other.</summary>
// Design: each makes a column of all records, which is what a method costs that is given many. Those that are given one (Add, SetItem) cost the logarithm of the list,
// and are no place for that: their calls end the flow.
internal static class ImmutableListEdits
{
    /// <summary>Whether the list's records may carry spans.</summary>
    internal static bool IsTraced<T>(ImmutableList<T> list) => list.Count > 0 && Origin.MayCarry(list);

    /// <summary>The result holds what the list held and, from <paramref name="index"/> on, the records of a sequence, which <paramref name="make"/> reads.</summary>
    internal static ImmutableList<T> Insert<T>(ImmutableList<T> before, int index, IEnumerable<T> items, Func<IEnumerable<T>, ImmutableList<T>> make, int site)
    {
        if (items is null || (!IsTraced(before) && !Origin.MayCarry(items))) return make(items!);
        var handed = new Handed<T>(items, site, argument: 1);
        ImmutableList<T> made = make(handed.Records);
        SpanColumn column = Column(before, site), added = handed.Finish();
        var ways = new Ways(0);
        if (column.Count > 0) ways.Pass(site, column.Step);
        if (added.Count > 0) ways.Pass(site, added.Step);
        return With(made, column.Insert(index, added, ways.Step), site);
    }

    /// <summary>The result holds the records for which the calls of a predicate, one a record in turn, gave <paramref name="isKept"/>.</summary>
    internal static ImmutableList<T> Chosen<T>(ImmutableList<T> before, Predicate<T> match, bool isKept, Func<Predicate<T>, ImmutableList<T>> make, int site)
    {
        if (match is null || !IsTraced(before)) return make(match!);
        SpanColumn column = Column(before, site);
        var kept = new ColumnBuilder(); // the predicate may fill columns of its own
        SpanReader spans = SpanReader.Over(column);
        int index = 0;
        ImmutableList<T> made = make(record =>
        {
            int at = index++;
            bool isMatch = match(record);
            if (isMatch == isKept) kept.Add(spans.At(at));
            return isMatch;
        });
        return With(made, kept.Finish(Steps.Intern(site, column.Step)), site);
    }

    /// <summary>The result has a column made of the list's.</summary>
    internal static ImmutableList<TResult> Of<T, TResult>(ImmutableList<T> before, ImmutableList<TResult> made, Func<SpanColumn, int, SpanColumn> make, int site)
    {
        if (!IsTraced(before)) return made;
        SpanColumn column = Column(before, site);
        return With(made, make(column, Steps.Intern(site, column.Step)), site);
    }

    /// <summary>The result holds records of the list, found again by what they are; equal values in their order.</summary>
    internal static ImmutableList<T> Rearranged<T>(ImmutableList<T> before, ImmutableList<T> made, int site)
    {
        if (!IsTraced(before)) return made;
        SpanColumn column = Column(before, site);
        var occurrences = new Occurrences<T>([.. before], column);
        ColumnBuilder spans = ColumnBuilder.Rent();
        foreach (T record in made) spans.Add(occurrences.Take(record) is var span and not 0 ? span : Recorder.RootRange(Sources.Value(site), 0, 1));
        return With(made, spans.Finish(Steps.Intern(site, column.Step)), site);
    }

    /// <summary>A column with a part of it reversed, come by a step.</summary>
    internal static SpanColumn Reversed(SpanColumn column, int index, int count, int step)
    {
        ulong[] spans = column.ToSpans();
        spans.AsSpan(index, count).Reverse();
        return new ReadOnlySpan<ulong>(spans).ToColumn(step);
    }

    private static SpanColumn Column<T>(ImmutableList<T> list, int site) => Origin.ColumnOrRoots(list, list.Count, typeof(T), site);

    // What is empty is one object for everybody; what was there before has its own.
    private static ImmutableList<T> With<T>(ImmutableList<T> made, SpanColumn column, int site)
    {
        if (made.Count > 0 && Attachments.Find(made) is null) Attachments.Set(made, new FixedAttachment(column));
        return Materialise.Keep(made, column, site);
    }
}
