using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
    /// <param name="sink">Takes what arrives.</param>
    /// <param name="spans">Takes its spans.</param>
    protected int DrainItems<TResult, TStage, TSink, TCursor>(TStage stage, bool throwsIfChanged, int site, ref TSink sink, ColumnBuilder spans)
        where TStage : struct, IStage<TSource, TResult> where TSink : struct, ISink<TResult, TCursor>, allows ref struct where TCursor : struct, ICursor<TResult>, allows ref struct
    {
        TItems items = Items; // this flow may be under way itself
        items.Start();
        SpanReader reader = Origin.Open(items.Collection, items.AsSpan().Length, typeof(TSource), site, Argument);
        if (reader.TryGetRange(out ulong first)) DrainRange<TResult, TStage, TSink, TCursor>(stage, items, throwsIfChanged, first, ref sink, spans);
        else DrainScattered<TResult, TStage, TSink, TCursor>(stage, items, throwsIfChanged, reader, ref sink, spans);
        if (throwsIfChanged && !items.IsUnchanged) items.MoveNext(); // throws
        return reader.Step;
    }

    private static void DrainRange<TResult, TStage, TSink, TCursor>(TStage stage, TItems items, bool throwsIfChanged, ulong first, ref TSink sink, ColumnBuilder spans)
        where TStage : struct, IStage<TSource, TResult> where TSink : struct, ISink<TResult, TCursor>, allows ref struct where TCursor : struct, ICursor<TResult>, allows ref struct
    {
        ReadOnlySpan<TSource> records = items.AsSpan();
        ulong[] mask = ArrayPool<ulong>.Shared.Rent((records.Length + 63) / 64);
        int words = 0, count = 0, all = records.Length;
        while (!records.IsEmpty && (!throwsIfChanged || items.IsUnchanged))
        {
            ReadOnlySpan<TSource> part = records[..Math.Min(64, records.Length)];
            sink.Reserve(part.Length);
            ulong passed = Pass<TResult, TStage, TCursor>(stage, items, throwsIfChanged, ref MemoryMarshal.GetReference(part), 1ul << (part.Length - 1), ref sink.Cursor);
            passed >>= 64 - part.Length;
            mask[words++] = passed;
            count += BitOperations.PopCount(passed);
            records = records[part.Length..];
        }
        if (count == all)
        {
            ArrayPool<ulong>.Shared.Return(mask);
            spans.AddRange(first, count);
        }
        else spans.AddMask(first, mask, words, count);
    }

    // The loops over records stand alone: nothing else competes with them for registers, and the JIT's budget for inlining is theirs.

    // Gives what arrives of at least one record to the cursor; returns a bit a record that did. `passed` is those bits, the last one on top, above a bit
    // that comes to the bottom with the last record: with the lambda called in it, there are five registers for all that the loop carries on.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Pass<TResult, TStage, TCursor>(TStage stage, TItems items, bool throwsIfChanged, ref TSource record, ulong passed, ref TCursor cursor)
        where TStage : struct, IStage<TSource, TResult> where TCursor : struct, ICursor<TResult>, allows ref struct
    {
        TCursor taking = cursor; // a local, which is in registers
        while (true)
        {
            ulong bit = 0;
            if ((!throwsIfChanged || items.IsUnchanged) && stage.TryPass(record, out TResult? result))
            {
                taking.Add(result);
                bit = 1ul << 63;
            }
            bool isLast = (passed & 1) != 0;
            passed = (passed >> 1) | bit;
            if (isLast) break;
            record = ref Unsafe.Add(ref record, 1);
        }
        cursor = taking;
        return passed;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DrainScattered<TResult, TStage, TSink, TCursor>(TStage stage, TItems items, bool throwsIfChanged, SpanReader reader, ref TSink sink, ColumnBuilder spans)
        where TStage : struct, IStage<TSource, TResult> where TSink : struct, ISink<TResult, TCursor>, allows ref struct where TCursor : struct, ICursor<TResult>, allows ref struct
    {
        ReadOnlySpan<TSource> records = items.AsSpan();
        ColumnBuilder.SpanWriter spanWriter = spans.Open();
        for (int i = 0; i < records.Length && (!throwsIfChanged || items.IsUnchanged); i++)
        {
            if (!stage.TryPass(records[i], out TResult? result)) continue;
            sink.Reserve(1);
            sink.Cursor.Add(result);
            spanWriter.Add(reader.At(i));
        }
        spanWriter.Close();
    }

    /// <summary>The span of the item at <paramref name="index"/>, of a collection that is not being read.</summary>
    protected ulong SpanAt(int index, bool traced, int site)
        => traced ? Origin.ColumnOrRoots(Items.Collection, Items.Count, typeof(TSource), site, Argument)[index] : Chosen<TSource>.Untraced;
}
