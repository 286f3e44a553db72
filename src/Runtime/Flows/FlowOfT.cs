namespace Weft.Flows;

/// <summary>
/// A lazy sequence of records with their spans: the base of every woven operator's result. It is its own enumerator for the first enumeration on
/// the thread that made it, as LINQ's iterators are; a second one gets a clone.
/// </summary>
// Design: consumers inside Weft call MoveNext once a record and read Value and Span as fields, which is less than the two interface calls that
// LINQ's operators pay between each other. What LINQ fuses (Where and Select over arrays and lists) or answers without enumerating (Count, Last,
// ElementAt of a Select over a list) is overridden here in the same way, so that neither speed nor the number of calls of a lambda changes.
internal abstract class Flow<T> : Flow, IEnumerable<T>, IEnumerator<T>
{
    /// <summary>The state of a flow that nobody enumerates yet.</summary>
    protected const int NotStarted = 0;

    /// <summary>The state before the first record.</summary>
    protected const int Started = 1;

    /// <summary>The state of a flow that is at its end, or disposed.</summary>
    protected const int Ended = -1;

    private readonly int _threadId = Environment.CurrentManagedThreadId;

    /// <summary>The current record; valid after a successful <see cref="MoveNext"/>.</summary>
    internal T Value = default!;

    /// <summary>Where the enumeration stands: one of the constants, or what the operator counts above <see cref="Started"/>.</summary>
    protected int State;

    T IEnumerator<T>.Current => Value;

    object? System.Collections.IEnumerator.Current => Value;

    /// <summary>
    /// Whether LINQ's operator is one of its iterator classes, which know to skip below a Select; the others are iterator methods.
    /// </summary>
    internal virtual bool IsIterator => true;

    /// <summary>Whether LINQ reads this by index.</summary>
    internal virtual bool HasIndex => false;

    /// <summary>The collection that enters a woven operator by this flow; null when it is something else.</summary>
    internal virtual ICollection<T>? Entering => null;

    /// <summary>A flow like this one that has not been started.</summary>
    protected abstract Flow<T> Clone();

    /// <summary>A flow like this one whose <see cref="Flow.Step"/> will be that of the next enumeration on this thread.</summary>
    internal Flow<T> Fresh() => IsFresh ? this : Clone();

    private bool IsFresh => State == NotStarted && _threadId == Environment.CurrentManagedThreadId;

    /// <inheritdoc/>
    public abstract bool MoveNext();

    /// <summary>Moves on as <see cref="MoveNext"/> does, but leaves <see cref="Value"/> to <see cref="ReadValue"/>, which need not follow.</summary>
    // The Current of an enumerator of the program's own is code too: where LINQ does not ask for it, or later, neither may Weft.
    internal virtual bool Advance() => MoveNext();

    /// <summary>Reads what <see cref="Advance"/> left.</summary>
    internal virtual void ReadValue()
    {
    }

    /// <summary>The enumerator of a new enumeration: this very object if it is the first one, on the thread that made it.</summary>
    internal Flow<T> Start()
    {
        Flow<T> flow = IsFresh ? this : Clone();
        flow.State = Started;
        flow.OnStart();
        return flow;
    }

    /// <summary>Does what LINQ does when it asks for an enumerator, rather than at the first MoveNext.</summary>
    protected virtual void OnStart()
    {
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Start();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => Start();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        Value = default!;
        State = Ended;
    }

    void System.Collections.IEnumerator.Reset() => throw new NotSupportedException();

    /// <summary>This flow filtered, fused where the operator can.</summary>
    internal virtual Flow<T> Where(Func<T, bool> predicate, int site) => new Operators.WhereFlow<T>(this, predicate, site);

    /// <summary>This flow projected, fused where the operator can.</summary>
    internal virtual Flow<TResult> Select<TResult>(Func<T, TResult> selector, int site) => new Operators.SelectFlow<T, TResult>(this, selector, new FusedSites(site));

    /// <summary>
    /// The number of records, or -1 when it is not known without enumerating and <paramref name="onlyIfCheap"/> is given.
    /// An operator that LINQ counts by running its lambdas runs them here too.
    /// </summary>
    internal virtual int GetCount(bool onlyIfCheap)
    {
        if (onlyIfCheap) return -1;
        int count = 0;
        using Flow<T> records = Start();
        while (records.Advance()) count = checked(count + 1);
        return count;
    }

    /// <summary>What a constructor of the base libraries knows of the number of records before it reads them: that of a collection; -1 of anything else.</summary>
    internal int CountForConstructor => this is ICollection<T> part ? part.Count : Entering?.Count ?? -1;

    /// <summary>Whether <see cref="CountTraced"/> knows the order of the records.</summary>
    internal virtual bool CountsInOrder => true;

    /// <summary>Reads on, as far as there are records; returns their number.</summary>
    internal virtual int Read(Span<T> destination, ColumnBuilder spans)
    {
        int count = 0;
        while (count < destination.Length && MoveNext())
        {
            destination[count++] = Value;
            spans.Add(Span);
        }
        return count;
    }

    /// <summary>Counts the records with the work that <see cref="GetCount"/> does, and adds the spans of all of them.</summary>
    /// <param name="spans">Takes the spans; in the records' order if <see cref="CountsInOrder"/>.</param>
    /// <param name="cheaply">Whether no lambda may run where the number is known without; else as <see cref="GetCount"/> without its condition.</param>
    /// <param name="step">The step by which the records come.</param>
    internal virtual int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
    {
        int count = 0;
        using Flow<T> records = Start();
        while (records.Advance())
        {
            count = checked(count + 1);
            spans.Add(records.Span);
        }
        step = records.Step;
        return count;
    }

    /// <summary>The flow without its first <paramref name="count"/> records, or null when nothing can be left.</summary>
    internal virtual Flow<T>? Skip(int count, int site) => new Operators.SkipTakeFlow<T>(this, count, Operators.SkipTakeFlow<T>.NoLimit, new FusedSites(site));

    /// <summary>The first <paramref name="count"/> records (1 or more) of the flow, or null when there can be none.</summary>
    internal virtual Flow<T>? Take(int count, int site) => new Operators.SkipTakeFlow<T>(this, 0, count - 1, new FusedSites(site));

    /// <summary>The record at <paramref name="index"/>; does no more work than LINQ's operator would.</summary>
    /// <param name="index">Counts from 0; there is no record at a negative one.</param>
    /// <param name="traced">Whether the span is asked for.</param>
    internal virtual Chosen<T> ElementAt(int index, bool traced)
    {
        if (index < 0) return default;
        if (index == 0) return First(traced);
        using Flow<T> records = Start();
        while (records.Advance())
        {
            if (index-- != 0) continue;
            records.ReadValue();
            return records.Choose();
        }
        return default;
    }

    /// <summary>The first record; its span only if <paramref name="traced"/>.</summary>
    internal virtual Chosen<T> First(bool traced)
    {
        using Flow<T> records = Start();
        return records.MoveNext() ? records.Choose() : default;
    }

    /// <summary>The last record; its span only if <paramref name="traced"/>.</summary>
    internal virtual Chosen<T> Last(bool traced)
    {
        using Flow<T> records = Start();
        Chosen<T> last = default;
        while (records.MoveNext()) last = records.Choose();
        return last;
    }

    /// <summary>The last record that satisfies the predicate; its span only if <paramref name="traced"/>.</summary>
    internal virtual Chosen<T> Last(Func<T, bool> predicate, bool traced)
    {
        using Flow<T> records = Start();
        Chosen<T> last = default;
        while (records.MoveNext())
        {
            if (predicate(records.Value)) last = records.Choose();
        }
        return last;
    }

    /// <summary>Whether a record is equal to <paramref name="value"/>; where LINQ asks the source, or does not put records in order for it, nor does this.</summary>
    internal virtual bool Contains(T value)
    {
        using Flow<T> records = Start();
        while (records.MoveNext())
        {
            if (EqualityComparer<T>.Default.Equals(records.Value, value)) return true;
        }
        return false;
    }

    /// <summary>All records, with their spans in <paramref name="spans"/> and in <paramref name="step"/> how they came here.</summary>
    internal virtual T[] ToArray(ColumnBuilder spans, out int step)
    {
        using var values = new ValueBuffer<T>();
        step = Drain(values, spans);
        return values.ToArray();
    }

    /// <summary>All records, with their spans in <paramref name="spans"/> and in <paramref name="step"/> how they came here.</summary>
    internal virtual List<T> ToList(ColumnBuilder spans, out int step)
    {
        using var values = new ValueBuffer<T>();
        step = Drain(values, spans);
        return values.ToList();
    }

    /// <summary>The current record and its span.</summary>
    internal Chosen<T> Choose() => new(Value, Span);

    /// <summary>Adds all records to <paramref name="values"/> and their spans to <paramref name="spans"/>; returns the step by which they came.</summary>
    protected internal virtual int Drain(ValueBuffer<T> values, ColumnBuilder spans) => DrainInto(values, spans);

    /// <summary>Reads to the end and gives each record that comes through <paramref name="stage"/> to <paramref name="sink"/>, and its span to <paramref name="spans"/>.</summary>
    /// <returns>The step by which the records came to the stage.</returns>
    protected internal virtual int DrainThrough<TResult, TStage, TSink, TCursor>(TStage stage, ref TSink sink, ColumnBuilder spans)
        where TStage : struct, IStage<T, TResult> where TSink : struct, ISink<TResult, TCursor>, allows ref struct where TCursor : struct, ICursor<TResult>, allows ref struct
    {
        using Flow<T> records = Start();
        ColumnBuilder.SpanWriter spanWriter = spans.Open();
        while (records.MoveNext())
        {
            if (!stage.TryPass(records.Value, out TResult? result)) continue;
            sink.Reserve(1);
            sink.Cursor.Add(result);
            spanWriter.Add(records.Span);
        }
        spanWriter.Close();
        return records.Step;
    }

    /// <summary>As <see cref="Drain"/>, by <see cref="DrainThrough"/>.</summary>
    protected int DrainInto(ValueBuffer<T> values, ColumnBuilder spans)
    {
        ValueBuffer<T>.ValueWriter writer = values.Open();
        int step = DrainThrough<T, Arrive<T>, ValueBuffer<T>.ValueWriter, ValueBuffer<T>.ValueCursor>(default, ref writer, spans);
        writer.Close();
        return step;
    }
}
