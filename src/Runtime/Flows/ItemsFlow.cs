using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>A flow that reads an array or a list itself.</summary>
internal abstract class ItemsFlow<TItems, TSource, T>(TItems items, int argument = 0) : Flow<T> where TItems : struct, IItems<TSource>
{
    /// <summary>Which sequence of the call the collection is; see <see cref="Entering.AsFlow"/>.</summary>
    protected int Argument { get; } = argument;

    /// <summary>The state while records are read.</summary>
    protected const int Reading = Started + 1;

    /// <summary>The collection; a struct that moves, hence a field.</summary>
    protected TItems Items = items;

    // Where spans are consecutive, as they are of whatever enters and of most of what was derived, an operator that takes every item reads it by
    // index, and one comparison says that the flow is open, that there is an item and that its span is an addition.

    /// <summary>Index of the next item of the window.</summary>
    protected int Next;

    /// <summary>Index behind the window; 0 when there is none.</summary>
    protected int WindowEnd;

    /// <summary>The span that an item of index 0 would have in the window.</summary>
    protected ulong WindowFirst;

    /// <summary>The spans of the collection's items; valid once opened.</summary>
    protected SpanReader Spans;

    /// <summary>The step by which the items came into the collection.</summary>
    protected int SourceStep => Spans.IsOpen ? Spans.Step : Origin.PeekStep(Items.Collection);

    public override void Dispose()
    {
        WindowEnd = 0;
        base.Dispose();
    }

    /// <summary>Starts to read at the first MoveNext; false when the flow has ended.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // off the path of a record: State is Reading then
    protected bool Open(int site)
    {
        if (State != Started) return false;
        Items.Start();
        Spans = Origin.Open(Items.Collection, Items.AsSpan().Length, typeof(TSource), site, Argument);
        State = Reading;
        return true;
    }

    /// <summary>Moves on outside the window: at the start and the end, where spans are not consecutive, and where a list was changed.</summary>
    /// <param name="site">Where the collection enters.</param>
    /// <param name="item">The item moved to.</param>
    [MethodImpl(MethodImplOptions.NoInlining)] // off the path of a record
    protected bool MoveToNextItem(int site, [MaybeNullWhen(false)] out TSource item)
    {
        bool opens = State != Reading && Open(site);
        if (opens && Spans.TryGetRange(out WindowFirst)) WindowEnd = Items.Count;
        if (State == Reading)
        {
            if (Next < WindowEnd && Items.IsUnchanged)
            {
                item = Items[Next];
                Span = WindowFirst + (uint)Next++;
                return true;
            }
            // A list that was changed throws here.
            bool isPastWindow = !Spans.TryGetRange(out _) || !Items.IsUnchanged;
            if (isPastWindow && Items.MoveNext())
            {
                item = Items.Current;
                Span = Spans.At(Items.Index);
                return true;
            }
            Dispose();
        }
        item = default;
        return false;
    }

    /// <summary>Runs all items through <paramref name="stage"/>, in one loop; returns the step by which they came into the collection.</summary>
    /// <param name="stage">What happens to an item.</param>
    /// <param name="throwsIfChanged">Whether a list that a lambda changes meanwhile throws, as it does under an enumerator but not in LINQ's own loops.</param>
    /// <param name="site">Where the collection enters.</param>
    /// <param name="values">Takes what arrives.</param>
    /// <param name="spans">Takes its spans.</param>
    protected int DrainItems<TResult, TStage>(TStage stage, bool throwsIfChanged, int site, ValueBuffer<TResult> values, ColumnBuilder spans)
        where TStage : struct, IStage<TSource, TResult>
    {
        TItems items = Items; // this flow may be under way itself
        items.Start();
        ReadOnlySpan<TSource> records = items.AsSpan();
        SpanReader reader = Origin.Open(items.Collection, records.Length, typeof(TSource), site, Argument);
        if (reader.TryGetRange(out ulong first)) DrainRange(stage, items, throwsIfChanged, first, values, spans);
        else DrainScattered(stage, items, throwsIfChanged, reader, values, spans);
        if (throwsIfChanged && !items.IsUnchanged) items.MoveNext(); // throws
        return reader.Step;
    }

    // The loops stand alone, so that all of the JIT's inlining is for them.

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DrainRange<TResult, TStage>(TStage stage, TItems items, bool throwsIfChanged, ulong first, ValueBuffer<TResult> values, ColumnBuilder spans)
        where TStage : struct, IStage<TSource, TResult>
    {
        ReadOnlySpan<TSource> records = items.AsSpan();
        ulong[] mask = ArrayPool<ulong>.Shared.Rent((records.Length + 63) / 64);
        int words = 0, count = 0, all = records.Length;
        ValueBuffer<TResult>.ValueWriter valueWriter = values.Open();
        while (!records.IsEmpty && (!throwsIfChanged || items.IsUnchanged))
        {
            ReadOnlySpan<TSource> part = records[..Math.Min(64, records.Length)];
            ulong bits = 0;
            for (int i = 0; i < part.Length && (!throwsIfChanged || items.IsUnchanged); i++)
            {
                if (!stage.TryPass(part[i], out TResult? result)) continue;
                valueWriter.Add(result);
                bits |= 1ul << i;
            }
            mask[words++] = bits;
            count += BitOperations.PopCount(bits);
            records = records[part.Length..];
        }
        valueWriter.Close();
        if (count == all)
        {
            ArrayPool<ulong>.Shared.Return(mask);
            spans.AddRange(first, count);
        }
        else spans.AddMask(first, mask, words, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DrainScattered<TResult, TStage>(TStage stage, TItems items, bool throwsIfChanged, SpanReader reader, ValueBuffer<TResult> values, ColumnBuilder spans)
        where TStage : struct, IStage<TSource, TResult>
    {
        ReadOnlySpan<TSource> records = items.AsSpan();
        ValueBuffer<TResult>.ValueWriter valueWriter = values.Open();
        ColumnBuilder.SpanWriter spanWriter = spans.Open();
        for (int i = 0; i < records.Length && (!throwsIfChanged || items.IsUnchanged); i++)
        {
            if (!stage.TryPass(records[i], out TResult? result)) continue;
            valueWriter.Add(result);
            spanWriter.Add(reader.At(i));
        }
        valueWriter.Close();
        spanWriter.Close();
    }

    /// <summary>The span of the item at <paramref name="index"/>, of a collection that is not being read.</summary>
    protected ulong SpanAt(int index, bool traced, int site)
        => traced ? Origin.ColumnOrRoots(Items.Collection, Items.Count, typeof(TSource), site, Argument)[index] : Chosen<TSource>.Untraced;
}
