using System.Collections;
using Weft.Capture;
using Weft.Flows.Collections;
using Weft.Flows.Grouping;
using Weft.Flows.Parallel;

namespace Weft.Flows;

/// <summary>Where the spans of a collection come from when it enters a woven operator: its column, or fresh roots.</summary>
internal static class Origin
{
    /// <summary>The spans of an array or list of <paramref name="count"/> records that enters the operator at <paramref name="site"/>; for the start of an enumeration.</summary>
    internal static SpanReader Open(object collection, int count, Type elementType, int site, int argument = 0)
        => SpanReader.Over(ColumnOrRoots(collection, count, elementType, site, argument));

    /// <summary>As <see cref="Open"/>, for <paramref name="partCount"/> records from <paramref name="first"/> on; others get no spans where they would be roots.</summary>
    internal static SpanReader OpenPart(object collection, int count, int first, int partCount, Type elementType, int site)
    {
        collection = ImmutableArrays.Unwrap(collection);
        if (partCount == 0) return SpanReader.Range(0);
        return Find(collection) switch
        {
            null => SpanReader.Range(Recorder.RootRange(Untraced(collection, elementType, site, 0), first, partCount) - (uint)first),
            CutAttachment cut => SpanReader.Range(Recorder.RootRange(Sources.Cut(site, cut.Site), first, partCount) - (uint)first),
            { } attachment => SpanReader.Over(Current(attachment, collection, count, site)),
        };
    }

    /// <summary>The column of a collection of <paramref name="count"/> records: its own, or one of fresh roots.</summary>
    internal static SpanColumn ColumnOrRoots(object collection, int count, Type elementType, int site, int argument = 0)
    {
        collection = ImmutableArrays.Unwrap(collection);
        if (count == 0) return new RangeColumn(0, 0, 0);
        if (collection is Flow { IndexedColumn: { } part }) return part;
        Attachment? attachment = Find(collection);
        if (attachment is null) return Roots(Untraced(collection, elementType, site, argument), count);
        if (attachment is CutAttachment cut) return Roots(Sources.Cut(site, cut.Site), count);
        return Current(attachment, collection, count, site);
    }

    /// <summary>As <see cref="ColumnOrRoots"/>, for <paramref name="partCount"/> records from <paramref name="first"/> on: the whole column, or one of the part alone.</summary>
    internal static SpanColumn PartOrRoots(object collection, int first, int partCount, Type elementType, int site)
    {
        collection = ImmutableArrays.Unwrap(collection);
        return Find(collection) switch
        {
            null when collection is not Flow => RootsFrom(Untraced(collection, elementType, site, 0), first, partCount),
            CutAttachment cut => RootsFrom(Sources.Cut(site, cut.Site), first, partCount),
            _ => ColumnOrRoots(collection, CountOf((IEnumerable)collection), elementType, site),
        };
    }

    /// <summary>
    /// The column of a collection as it is now; null when it carries none, and then <paramref name="isCut"/> tells whether that is because its lineage was cut.
    /// </summary>
    internal static SpanColumn? ColumnOf(object collection, int count, int site, out bool isCut)
    {
        collection = ImmutableArrays.Unwrap(collection);
        Attachment? attachment = Find(collection);
        isCut = attachment is CutAttachment;
        return attachment is null || isCut ? null : Current(attachment, collection, count, site);
    }

    /// <summary>The column of a materialised collection as it is now, or null when it carries none.</summary>
    internal static SpanColumn? ColumnOf(object collection, int count, int site) => ColumnOf(collection, count, site, out _);

    /// <summary>
    /// The column of a list as it is now, or null when nobody traced it. What had to be issued for it, because it was changed or its lineage cut, stays
    /// attached, so that asking again gives the same spans.
    /// </summary>
    internal static SpanColumn? SettledColumn<T>(List<T> list, int site)
    {
        if (Attachments.Find(list) is not { } attachment) return null;
        SpanColumn column = ColumnOrRoots(list, list.Count, typeof(T), site);
        if (attachment is CutAttachment || !attachment.IsUnchanged(list)) ListAttachment<T>.Attach(list, column);
        return column;
    }

    /// <inheritdoc cref="SettledColumn{T}(List{T}, int)"/>
    internal static SpanColumn? SettledColumn<T>(T[] array, int site)
    {
        if (Attachments.Find(array) is not { } attachment) return null;
        SpanColumn column = ColumnOrRoots(array, array.Length, typeof(T), site);
        if (attachment is CutAttachment || !attachment.IsUnchanged(array)) ArrayAttachment<T>.Attach(array, column);
        return column;
    }

    /// <summary>The step by which a collection's records would come, without starting anything.</summary>
    internal static int PeekStep(object collection)
    {
        collection = ImmutableArrays.Unwrap(collection);
        return Find(collection) is { } attachment && attachment.IsUnchanged(collection) ? attachment.Column.Step : 0;
    }

    /// <summary>The span of a record that was not in its collection when the enumeration started.</summary>
    internal static ulong Newcomer(int site) => Recorder.RootRange(Sources.Changed(site), 0, 1);

    /// <summary>The source that the records of a sequence without spans belong to when they enter at <paramref name="site"/>.</summary>
    internal static int SourceOf(object sequence, Type elementType, int site, int argument = 0) => Find(ImmutableArrays.Unwrap(sequence)) is CutAttachment cut
        ? Sources.Cut(site, cut.Site)
        : Untraced(sequence, elementType, site, argument);

    /// <summary>The number of records of a collection that carries a column, as it is now where it tells.</summary>
    internal static int CountOf(IEnumerable collection) => collection is ICollection counted ? counted.Count : Find(ImmutableArrays.Unwrap(collection))?.Column.Count ?? 0;

    /// <summary>Whether a sequence carries a column.</summary>
    internal static bool HasColumn(object sequence) => Find(ImmutableArrays.Unwrap(sequence)) is not null and not CutAttachment;

    /// <summary>
    /// Whether records of <paramref name="sequence"/> may carry spans, or come from where lineage was cut: everything may but a collection of the base libraries,
    /// of single values, that nobody traced. Null is what is not known.
    /// </summary>
    internal static bool MayCarry(object? sequence) => sequence is null or Flow || Find(ImmutableArrays.Unwrap(sequence)) is not null || !PlainCollections.Include(sequence.GetType());

    /// <summary>What is known of a collection; null when nobody traced it. Of a view, what is known of the collection behind it.</summary>
    internal static Attachment? Find(object collection)
    {
        if (collection is Array) return Attachments.Find(collection); // never a group
        if (collection is ParallelMembers members) return new GroupAttachment(members.Column);
        Attachment? attachment = Attachments.Find(collection);
        if (attachment is ViewAttachment view) return view.Current;
        return attachment ?? (GroupRegistry.Find(collection) is { } column ? new GroupAttachment(column) : null);
    }

    private static int Untraced(object sequence, Type elementType, int site, int argument)
        => argument == Entering.Inner ? Sources.Inner(site) : Sources.Untraced(site, elementType, sequence.GetType(), argument);

    private static RangeColumn Roots(int source, int count) => RootsFrom(source, 0, count);

    private static RangeColumn RootsFrom(int source, int first, int count) => new(Recorder.RootRange(source, first, count), count, 0);

    // A collection that was changed since its column was made: each of its records may come from any of the column's, or have been put in since, and the
    // answer says so.
    private static SpanColumn Current(Attachment attachment, object collection, int count, int site)
    {
        SpanColumn column = attachment.Column;
        if (attachment.IsUnchanged(collection)) return column;
        int step = Steps.Intern(site, column.Step);
        if (attachment.MayHoldOthers(collection)) column = With(column, Newcomer(site));
        return new RangeColumn(ThreadBuffer.Current.DeriveCoarse(step, column, count), count, 0);
    }

    private static SpanColumn With(SpanColumn column, ulong span)
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        spans.AddColumn(column, 0, column.Count);
        spans.Add(span);
        return spans.Finish(column.Step);
    }
}
