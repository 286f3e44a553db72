using System.ComponentModel;
using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Async;
using Weft.Flows.Collections;
using Weft.Flows.Loops;
using Weft.Flows.Parallel;

namespace Weft;

/// <summary>
/// What one loop reads: whether its records carry spans, found out at the first record that is asked for. Part of the contract with woven code, which
/// keeps it in a local beside the enumerator and sets that to null with each new enumerator, or beside a reader.
/// </summary>
// Design: a table search a record would cost many times what a loop does. A local that is lost (when an async method goes on behind an await) is
// null again, and costs one more search. It refers to a column at most, never to a collection.
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoopSource
{
    /// <summary>Of every loop whose records carry no spans.</summary>
    internal static readonly LoopSource Untraced = new(null, 0);

    private readonly SpanColumn? _column; // of a list; null of a flow, whose enumerator has the span
    private readonly Yields? _yields;     // of an iterator
    private readonly ulong _cut;          // of a parallel query that is read as a sequence: a root that says so
    private readonly int _step;
    private readonly object? _reader;         // of rows or lines; null of one by value
    private readonly Attachment? _attachment; // of a collection that is read by index
    private readonly ReaderRecords? _records; // what it is at
    private readonly object? _collection;     // that an enumerator of its own reads; with its attachment
    private readonly Flow? _flow;             // that is read without its type
    private int _index = -1;                  // of the record in that collection; the loop counts
    private SpanColumn? _counted;             // its spans, where it was unchanged at the first record that was asked for
    private ulong _lost;                      // what stands for its records where they are not known; 0 as long as nobody asked

    private LoopSource(SpanColumn? column, int step)
    {
        _column = column;
        _step = step;
    }

    private LoopSource(Yields yields) => _yields = yields;

    private LoopSource(ulong cut) => _cut = cut;

    private LoopSource(object? reader, ReaderRecords records) => (_reader, _records) = (reader, records);

    private LoopSource(Attachment attachment, ulong cut) => (_attachment, _cut) = (attachment, cut);

    private LoopSource(object collection, Attachment attachment) => (_collection, _attachment) = (collection, attachment);

    private LoopSource(Flow flow) => _flow = flow;

    /// <summary>The row or line that a reader's loop is at.</summary>
    internal LoopRecord CurrentOfReader => _records is { } records ? new LoopRecord(records.Span, 0) : default;

    /// <summary>What a loop reads that is before its first record, when it reads what an iterator yields.</summary>
    internal static LoopSource? Follow(object records) => Yields.Follow(records) is { } yields ? new LoopSource(yields) : null;

    /// <summary>What a loop reads that knows a collection by an enumerator which tells nothing; null where nobody traced the collection.</summary>
    // Records come in the order of the column, as long as the collection stays what it was when the column was made.
    [MethodImpl(MethodImplOptions.NoInlining)] // off the path of what nobody traced
    internal static LoopSource? Over(object collection) => collection is Flow flow ? new LoopSource(flow) : Origin.Find(ImmutableArrays.Unwrap(collection)) is { } known ? new LoopSource(collection, known) : null;

    /// <summary>Says that such a loop has moved on.</summary>
    internal void Move() => _index++;

    /// <summary>The record that such a loop is at.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal LoopRecord Counted(int site)
    {
        if (_flow is { } flow) return new LoopRecord(flow.Span, flow.Step);
        if (_attachment is CutAttachment cut) return new LoopRecord(_lost = _lost != 0 ? _lost : Recorder.RootRange(Sources.Cut(site, cut.Site), 0, 1), 0);
        object collection = ImmutableArrays.Unwrap(_collection!);
        if (_counted is null && _attachment!.IsUnchanged(collection)) _counted = _attachment.Column;
        if (_counted is { } column && (uint)_index < (uint)column.Count && _attachment!.IsStillUnchanged(collection)) return new LoopRecord(column[_index], column.Step);
        return new LoopRecord(_lost = _lost != 0 ? _lost : Origin.Newcomer(site), 0);
    }

    /// <summary>What a reader's loop reads that is at a row or line; null where it is at none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // once a loop
    internal static LoopSource? OfReader(object? reader) => ReaderRecords.Find(reader) is { } records ? new LoopSource(reader, records) : null;

    /// <summary>What a reader's loop reads, when the reader has been asked to move on.</summary>
    /// <param name="source">What was known of the loop before.</param>
    /// <param name="reader">The reader; null of one by value.</param>
    /// <param name="isAtRecord">Whether there was a row or line.</param>
    /// <param name="isOfLines">Whether it reads lines.</param>
    /// <param name="site">The site of the call.</param>
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps the woven method short
    internal static LoopSource? Move(LoopSource? source, object? reader, bool isAtRecord, bool isOfLines, int site)
    {
        if (source?._records is not { } records || !ReferenceEquals(source._reader, reader))
        {
            if (!isAtRecord) return null;
            source = new LoopSource(reader, records = ReaderRecords.Of(reader, isOfLines, site));
        }
        if (isAtRecord)
        {
            records.Next();
            return source;
        }
        records.End(reader);
        return null;
    }

    /// <summary>What a loop reads that is at its first record.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // once a loop
    internal static LoopSource Of<T>(IEnumerator<T> records, int site) => records switch
    {
        Flow flow => new LoopSource(null, flow.Step),
        List<T>.Enumerator list => Of(list, site),
        IYieldsRecords { Yields: { } yields } => new LoopSource(yields), // asked for again behind an await or a yield
        IYieldsRecords => new LoopSource(Recorder.RootRange(Sources.Cut(site, site), 0, 1)), // nobody followed it from its beginning
        _ => ParallelFlows.IsEnumerator(records) ? new LoopSource(Recorder.RootRange(Sources.Cut(site, site), 0, 1)) : Untraced,
    };

    /// <inheritdoc cref="Of{T}(IEnumerator{T}, int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)] // once a loop
    internal static LoopSource Of<T>(List<T>.Enumerator records, int site)
        => ListEnumerator<T>.List(ref records) is { } list && Origin.SettledColumn(list, site) is { } column ? new LoopSource(column, column.Step) : Untraced;

    /// <summary>As <see cref="Of{T}(IEnumerator{T}, int)"/>, for a loop over an array.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // once a loop
    internal static LoopSource Of<T>(T[] array, int site) => array is not null && Origin.SettledColumn(array, site) is { } column ? new LoopSource(column, column.Step) : Untraced;

    /// <summary>What is known of a collection that an item is read from by its index; null where nobody traced it.</summary>
    /// <param name="source">What the last read gave.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="isChanged">Whether the code that reads changes it as well, in a way that it does not tell.</param>
    /// <param name="site">The site that reads.</param>
    [MethodImpl(MethodImplOptions.NoInlining)] // off the path of what nobody traced
    internal static LoopSource? OfItems(LoopSource? source, object collection, bool isChanged, int site)
    {
        Attachment? known = Origin.Find(collection);
        if (known is null) return null;
        if (source is not null && ReferenceEquals(source._attachment, known) && (source._cut != 0 || collection is Array || known.IsUnchanged(collection))) return source;
        if (known is CutAttachment cut) return new LoopSource(known, Recorder.RootRange(Sources.Cut(site, cut.Site), 0, 1));
        return new LoopSource(known, isChanged || !known.IsUnchanged(collection) ? Origin.Newcomer(site) : 0);
    }

    /// <summary>As <see cref="Of{T}(IEnumerator{T}, int)"/>, for the enumerator of an asynchronous sequence.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // once a loop
    internal static LoopSource OfAsync(object records) => records switch
    {
        AsyncRecords flow => new LoopSource(null, flow.Step),
        IYieldsRecords { Yields: { } yields } => new LoopSource(yields), // asked for again behind an await
        _ => Untraced,
    };

    /// <summary>The record that the loop is at.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps loops over untraced records short
    internal LoopRecord Current<T>(IEnumerator<T> records, int site) => _yields is { } yields ? new LoopRecord(yields.Span, yields.Step) : _collection is not null ? Counted(site) : records switch
    {
        Flow flow => new LoopRecord(flow.Span, _step),
        List<T>.Enumerator list => Current(list, site),
        _ => new LoopRecord(_cut, 0),
    };

    /// <inheritdoc cref="Current{T}(IEnumerator{T}, int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal LoopRecord Current<T>(List<T>.Enumerator records, int site)
    {
        if (_column is not { } column) return default;
        int index = ListEnumerator<T>.Index(ref records);
        return new LoopRecord((uint)index < (uint)column.Count ? column[index] : Origin.Newcomer(site), _step);
    }

    /// <summary>The record that a loop over an array is at.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal LoopRecord Current(int index, int site) => _column is not { } column ? default : new LoopRecord((uint)index < (uint)column.Count ? column[index] : Origin.Newcomer(site), _step);

    /// <summary>The item with an index, of a collection that is read by index; none where there is none.</summary>
    internal LoopRecord Item(int index) => _cut != 0 ? new LoopRecord(_cut, 0) : _attachment!.RecordAt(index);

    /// <summary>As <see cref="Current{T}(IEnumerator{T}, int)"/>, for the enumerator of an asynchronous sequence.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal LoopRecord CurrentAsync(object records) => _yields is { } yields ? new LoopRecord(yields.Span, yields.Step) : records is AsyncRecords flow ? new LoopRecord(flow.Span, _step) : default;
}
