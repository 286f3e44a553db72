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

    /// <summary>The spans of the collection's items; valid once opened.</summary>
    protected SpanReader Spans;

    /// <summary>The step by which the items came into the collection.</summary>
    protected int SourceStep => Spans.IsOpen ? Spans.Step : Origin.PeekStep(Items.Collection);

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

    /// <summary>The span of the item at <paramref name="index"/>, of a collection that is not being read.</summary>
    protected ulong SpanAt(int index, bool traced, int site)
        => traced ? Origin.ColumnOrRoots(Items.Collection, Items.Count, typeof(TSource), site, Argument)[index] : Chosen<TSource>.Untraced;
}
