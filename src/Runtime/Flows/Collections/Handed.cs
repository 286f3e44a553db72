using System.Collections;
using Weft.Capture;

namespace Weft.Flows.Collections;

/// <summary>A sequence handed to one of .NET's own methods, which reads it once; keeps the spans of what was read.</summary>
internal sealed class Handed<T>(IEnumerable<T> source, int site, int argument = 0) : IEnumerable<T>, IEnumerator<T>
{
    private readonly ColumnBuilder _spans = new(); // what is read may fill columns of its own
    private SpanColumn? _column; // of a collection, which .NET reads in its own way
    private Flow<T>? _records;

    /// <summary>What the method has to read.</summary>
    internal IEnumerable<T> Records
    {
        get
        {
            if (source is Flow or not ICollection<T>) return this;
            _column = Origin.ColumnOrRoots(source, ((ICollection<T>)source).Count, typeof(T), site, argument);
            return source;
        }
    }

    /// <summary>The spans of the records read, in their order, with this site behind their way.</summary>
    internal SpanColumn Finish() => Arrived().WithStep(Steps.Intern(site, Arrived().Step));

    /// <summary>The spans of the records read, in their order, as they came.</summary>
    internal SpanColumn Arrived() => _column ??= _spans.Finish(_records?.Step ?? 0);

    T IEnumerator<T>.Current => _records!.Value;

    object? IEnumerator.Current => _records!.Value;

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        _records = source.AsFlow(site, argument).Start();
        return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    bool IEnumerator.MoveNext()
    {
        Flow<T> records = _records!;
        if (!records.MoveNext()) return false;
        _spans.Add(records.Span);
        return true;
    }

    void IDisposable.Dispose() => _records?.Dispose();

    void IEnumerator.Reset() => throw new NotSupportedException();
}
