using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft.Operators;

/// <summary>What the methods of an immutable array share that give another one. Where nobody traced either of what they are made of, the result is a source like any other.</summary>
internal static class ImmutableEdits
{
    /// <summary>The result holds what the array held and, from <paramref name="index"/> on, the first <paramref name="count"/> records of <paramref name="items"/>.</summary>
    internal static ImmutableArray<T> Insert<T>(ImmutableArray<T> before, ImmutableArray<T> made, int index, Array? items, int count, int site)
    {
        if (items is null || (!IsTraced(before) && !Origin.MayCarry(items))) return made;
        return With(before, made, index, Materialise.PartOf(items, items.Length, 0, count, items.GetType().GetElementType()!, site), site);
    }

    /// <summary>As above, with records that are values of the call's own.</summary>
    internal static ImmutableArray<T> Insert<T>(ImmutableArray<T> before, ImmutableArray<T> made, int index, int count, int site)
        => IsTraced(before) ? With(before, made, index, Values(count, site), site) : made;

    /// <summary>As above, with the records of a sequence, which <paramref name="make"/> reads.</summary>
    internal static ImmutableArray<T> Insert<T>(ImmutableArray<T> before, int index, IEnumerable<T> items, Func<IEnumerable<T>, ImmutableArray<T>> make, int site)
    {
        if (items is null || before.IsDefault || (!IsTraced(before) && !Origin.MayCarry(items))) return make(items!);
        var handed = new Handed<T>(items, site, argument: 1);
        ImmutableArray<T> made = make(handed.Records);
        return With(before, made, index, handed.Finish(), site);
    }

    /// <summary>The result holds what the array held but for <paramref name="count"/> records from <paramref name="index"/> on.</summary>
    internal static ImmutableArray<T> Remove<T>(ImmutableArray<T> before, ImmutableArray<T> made, int index, int count, int site)
    {
        if (!IsTraced(before)) return made;
        SpanColumn column = Column(before, site);
        return Materialise.ImmutableArray(made, column.Without(index, count, Steps.Intern(site, column.Step)), site);
    }

    /// <summary>The result holds another value, of the call's own, at <paramref name="index"/>.</summary>
    internal static ImmutableArray<T> Replace<T>(ImmutableArray<T> before, ImmutableArray<T> made, int index, int site)
    {
        if (!IsTraced(before)) return made;
        SpanColumn column = Column(before, site);
        ColumnBuilder changed = ColumnBuilder.Rent();
        changed.AddColumn(column, 0, index);
        changed.Add(Recorder.RootRange(Sources.Value(site), 0, 1));
        changed.AddColumn(column, index + 1, column.Count - index - 1);
        return Materialise.ImmutableArray(made, changed.Finish(Steps.Intern(site, column.Step)), site);
    }

    /// <summary>The result holds the records for which the calls of a predicate, one a record in turn, gave false.</summary>
    internal static ImmutableArray<T> RemoveAll<T>(ImmutableArray<T> before, Predicate<T> match, int site)
    {
        SpanColumn column = Column(before, site);
        var left = new ColumnBuilder(); // the predicate may fill columns of its own
        SpanReader spans = SpanReader.Over(column);
        int index = 0;
        ImmutableArray<T> made = before.RemoveAll(record =>
        {
            int at = index++;
            if (match(record)) return true;
            left.Add(spans.At(at));
            return false;
        });
        return Materialise.ImmutableArray(made, left.Finish(Steps.Intern(site, column.Step)), site);
    }

    /// <summary>The result holds records of the array, found again by what they are; equal values in their order. What is not found is a value of the call's own.</summary>
    internal static ImmutableArray<T> Rearranged<T>(ImmutableArray<T> before, ImmutableArray<T> made, int site)
    {
        if (!IsTraced(before)) return made;
        SpanColumn column = Column(before, site);
        var occurrences = new Occurrences<T>(before.AsSpan(), column);
        ColumnBuilder spans = ColumnBuilder.Rent();
        foreach (T record in made) spans.Add(occurrences.Take(record) is var span and not 0 ? span : Recorder.RootRange(Sources.Value(site), 0, 1));
        return Materialise.ImmutableArray(made, spans.Finish(Steps.Intern(site, column.Step)), site);
    }

    /// <summary>Whether the array's records may carry spans.</summary>
    internal static bool IsTraced<T>(ImmutableArray<T> array) => ImmutableCollectionsMarshal.AsArray(array) is { Length: > 0 } inner && Origin.MayCarry(inner);

    private static ImmutableArray<T> With<T>(ImmutableArray<T> before, ImmutableArray<T> made, int index, SpanColumn added, int site)
    {
        SpanColumn column = Column(before, site);
        var ways = new Ways(0);
        if (column.Count > 0) ways.Pass(site, column.Step);
        if (added.Count > 0) ways.Pass(site, added.Step);
        return Materialise.ImmutableArray(made, column.Insert(index, added, ways.Step), site);
    }

    private static SpanColumn Column<T>(ImmutableArray<T> array, int site) => Origin.ColumnOrRoots(ImmutableCollectionsMarshal.AsArray(array)!, array.Length, typeof(T), site);

    private static RangeColumn Values(int count, int site) => new(Recorder.RootRange(Sources.Value(site), 0, count), count, 0);
}
