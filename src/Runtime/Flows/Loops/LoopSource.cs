using System.ComponentModel;
using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Async;
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
    private readonly ReaderRecords? _records; // what it is at

    private LoopSource(SpanColumn? column, int step)
    {
        _column = column;
        _step = step;
    }

    private LoopSource(Yields yields) => _yields = yields;

    private LoopSource(ulong cut) => _cut = cut;

    private LoopSource(object? reader, ReaderRecords records) => (_reader, _records) = (reader, records);

    /// <summary>The row or line that a reader's loop is at.</summary>
    internal LoopRecord CurrentOfReader => _records is { } records ? new LoopRecord(records.Span, 0) : default;

    /// <summary>What a loop reads that is before its first record, when it reads what an iterator yields.</summary>
    internal static LoopSource? Follow(object records) => Yields.Follow(records) is { } yields ? new LoopSource(yields) : null;

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
        _ => ParallelFlows.IsEnumerator(records) ? new LoopSource(Recorder.RootRange(Sources.Cut(site, site), 0, 1)) : Untraced,
    };

    /// <inheritdoc cref="Of{T}(IEnumerator{T}, int)"/>
    [MethodImpl(MethodImplOptions.NoInlining)] // once a loop
    internal static LoopSource Of<T>(List<T>.Enumerator records, int site)
        => ListEnumerator<T>.List(ref records) is { } list && Origin.SettledColumn(list, site) is { } column ? new LoopSource(column, column.Step) : Untraced;

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
    internal LoopRecord Current<T>(IEnumerator<T> records, int site) => _yields is { } yields ? new LoopRecord(yields.Span, yields.Step) : records switch
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

    /// <summary>As <see cref="Current{T}(IEnumerator{T}, int)"/>, for the enumerator of an asynchronous sequence.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal LoopRecord CurrentAsync(object records) => _yields is { } yields ? new LoopRecord(yields.Span, yields.Step) : records is AsyncRecords flow ? new LoopRecord(flow.Span, _step) : default;
}
