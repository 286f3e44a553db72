using Weft.Capture;
using Weft.Flows;

namespace Weft.Operators.Ordering;

/// <summary>A part of ordered records, for which LINQ sorts no more than it needs to.</summary>
/// <param name="source">The ordered records.</param>
/// <param name="first">Index of the first record of the part.</param>
/// <param name="last">Index of the last one, if there are so many; at least <paramref name="first"/>.</param>
/// <param name="sites">The operators that chose the part.</param>
internal sealed class OrderedPart<T>(OrderedFlow<T> source, int first, int last, FusedSites sites) : Flow<T>
{
    private T[]? _records;
    private int[]? _map; // of the part
    private SpanTable _spans;
    private int _step = -1; // by which the records come, once they do; else -1

    internal override int Step => sites.StepFrom(_step >= 0 ? _step : source.Step);

    protected override Flow<T> Clone() => new OrderedPart<T>(source, first, last, sites);

    public override bool MoveNext()
    {
        if (State == Started)
        {
            _records = Read(out SpanColumn spans, out _map);
            _spans = new SpanTable(spans);
            State = Started + 1;
        }
        if (_map is { } map && (uint)(State - Started - 1) is var next && next < (uint)map.Length)
        {
            int index = map[next];
            Value = _records![index];
            Span = _spans[index];
            State++;
            return true;
        }
        Dispose();
        return false;
    }

    public override void Dispose()
    {
        _records = null;
        _map = null;
        base.Dispose();
    }

    internal override int GetCount(bool onlyIfCheap) => CountOf(source.GetCount(onlyIfCheap));

    internal override bool CountsInOrder => false;

    // Which records are counted is not known without their keys, which LINQ does not ask for either.
    internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
    {
        ColumnBuilder builder = ColumnBuilder.Rent();
        int count = CountOf(source.CountTraced(builder, cheaply, out int sourceStep));
        step = sites.StepFrom(sourceStep);
        SpanColumn all = builder.Finish(step);
        if (count == all.Count)
        {
            spans.AddColumn(all, 0, count);
            return count;
        }
        spans.AddRange(ThreadBuffer.Current.DeriveCoarse(step, all, count), count);
        step = 0;
        return count;
    }

    internal override Flow<T>? Skip(int count, int site)
        => first + count is var start && (uint)start <= (uint)last ? new OrderedPart<T>(source, start, last, sites.Then(site)) : null;

    internal override Flow<T> Take(int count, int site)
        => first + count - 1 is var end && (uint)end < (uint)last ? new OrderedPart<T>(source, first, end, sites.Then(site)) : this;

    internal override Chosen<T> ElementAt(int index, bool traced) => (uint)index <= (uint)(last - first) ? source.ElementAt(first + index, traced) : default;

    internal override Chosen<T> First(bool traced) => source.ElementAt(first, traced);

    internal override Chosen<T> Last(bool traced)
    {
        T[] records = source.Read(out SpanColumn spans, out _step);
        return records.Length <= first ? default : OrderedFlow<T>.Choose(records, spans, PartOf(source.OrderIndexes(records)).Last());
    }

    internal override T[] ToArray(ColumnBuilder spans, out int step)
    {
        T[] records = Read(out SpanColumn column, out int[] map);
        step = Step;
        if (map.Length == 0) return [];
        var ordered = new T[map.Length];
        OrderedFlow<T>.Permute(records, map, ordered, column, spans);
        return ordered;
    }

    internal override List<T> ToList(ColumnBuilder spans, out int step)
    {
        T[] records = Read(out SpanColumn column, out int[] map);
        step = Step;
        var list = new List<T>(map.Length);
        System.Runtime.InteropServices.CollectionsMarshal.SetCount(list, map.Length);
        OrderedFlow<T>.Permute(records, map, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list), column, spans);
        return list;
    }

    private int CountOf(int all) => all <= 0 ? all : all <= first ? 0 : Math.Min(all - 1, last) - first + 1;

    private T[] Read(out SpanColumn column, out int[] map)
    {
        T[] records = source.Read(out column, out _step);
        map = PartOf(source.OrderIndexes(records)).ToArray();
        return records;
    }

    private IEnumerable<int> PartOf(IOrderedEnumerable<int> ordered)
    {
        IEnumerable<int> part = first > 0 ? ordered.Skip(first) : ordered;
        return last == int.MaxValue ? part : part.Take(last - first + 1);
    }
}
