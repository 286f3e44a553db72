using Weft.Capture;
using Weft.Flows;

namespace Weft.Operators;

/// <summary>Records chosen at random without keeping all: the first few of a shuffled sequence.</summary>
internal static class RandomSample
{
    /// <summary>Any record, for an <paramref name="index"/> below the number of records and below <paramref name="limit"/>; else none. <paramref name="sourceStep"/> is that by which it comes, -1 if none was looked for.</summary>
    internal static Chosen<T> One<T>(Flow<T> source, int index, long limit, bool traced, out int sourceStep)
    {
        sourceStep = -1;
        int count = source.IsIterator ? source.GetCount(onlyIfCheap: true) : -1;
        if (count >= 0)
        {
            if ((uint)index >= (uint)Math.Min(limit, count)) return default;
            Flow<T> records = source.Fresh();
            Chosen<T> chosen = records.ElementAt(Random.Shared.Next(0, count), traced);
            sourceStep = records.Step;
            return chosen;
        }
        if (index < 0) return default;
        List<Chosen<T>> sample = Some(source, 1, out long all, out sourceStep);
        return sample.Count > 0 && index < Math.Min(limit, all) ? sample[0] : default;
    }

    /// <summary>As many records as asked for, or all if there are fewer, each as likely as any other, in random order.</summary>
    // A reservoir (Algorithm R of Vitter, "Random Sampling with a Reservoir", 1985): record i takes a place with probability count / i.
    internal static List<Chosen<T>> Some<T>(Flow<T> source, int count, out long all, out int step)
    {
        var sample = new List<Chosen<T>>();
        all = 0;
        // What has an index LINQ reads by it.
        using Flow<T> records = (source.HasIndex ? source.Skip(0, 0) ?? source : source).Start();
        while (records.Advance())
        {
            all++;
            long place = sample.Count < count ? sample.Count : Random.Shared.NextInt64(all);
            if (place >= count) continue;
            records.ReadValue();
            if (place == sample.Count) sample.Add(records.Choose());
            else sample[(int)place] = records.Choose();
        }
        step = records.Step;
        Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sample));
        return sample;
    }
}

/// <summary>The first records of a shuffled sequence.</summary>
/// <param name="source">The sequence, not shuffled.</param>
/// <param name="count">The number of records, 1 or more.</param>
/// <param name="sites">The operators that the flow stands for.</param>
internal sealed class RandomSampleFlow<T>(Flow<T> source, int count, FusedSites sites) : Flow<T>
{
    private List<Chosen<T>>? _sample;
    private int _next;
    private int _step = -1; // by which the records come, once they do; else -1

    internal override int Step => _step >= 0 ? _step : sites.StepFrom(source.Step);

    internal override bool CountsInOrder => false;

    protected override Flow<T> Clone() => new RandomSampleFlow<T>(source, count, sites);

    public override bool MoveNext()
    {
        if (State == Started)
        {
            _sample = Sample();
            State = Started + 1;
        }
        if (_sample is { } sample && _next < sample.Count)
        {
            Chosen<T> chosen = sample[_next++];
            Value = chosen.Value;
            Span = chosen.Span;
            return true;
        }
        Dispose();
        return false;
    }

    public override void Dispose()
    {
        _sample = null;
        base.Dispose();
    }

    internal override int GetCount(bool onlyIfCheap)
    {
        if (source.GetCount(onlyIfCheap: true) is var known and >= 0) return Math.Min(count, known);
        return onlyIfCheap ? -1 : source.Take(count, 0)?.GetCount(onlyIfCheap: false) ?? 0;
    }

    // Which records are counted is not known where LINQ does not choose any to count them.
    internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
    {
        int known = GetCount(onlyIfCheap: true);
        Flow<T>? counted = known >= 0 ? source : source.Take(count, 0);
        ColumnBuilder builder = ColumnBuilder.Rent();
        int sourceStep = 0;
        int found = counted?.CountTraced(builder, cheaply: known >= 0, out sourceStep) ?? 0;
        step = sites.StepFrom(sourceStep);
        SpanColumn all = builder.Finish(step);
        bool isAll = known >= 0 ? known == found : found < count;
        if (known < 0) known = found;
        if (isAll)
        {
            spans.AddColumn(all, 0, known);
            return known;
        }
        spans.AddRange(ThreadBuffer.Current.DeriveCoarse(step, all, known), known);
        step = 0;
        return known;
    }

    internal override Flow<T> Take(int fewer, int site) => count <= fewer ? this : new RandomSampleFlow<T>(source, fewer, sites.Then(site));

    internal override Chosen<T> First(bool traced) => ElementAt(0, traced);

    internal override Chosen<T> Last(bool traced) => ElementAt(0, traced);

    internal override Chosen<T> ElementAt(int index, bool traced)
    {
        Chosen<T> chosen = RandomSample.One(source, index, count, traced, out int step);
        if (step >= 0) _step = sites.StepFrom(step);
        return chosen;
    }

    private List<Chosen<T>> Sample()
    {
        List<Chosen<T>> sample = RandomSample.Some(source, count, out _, out int step);
        _step = sites.StepFrom(step);
        return sample;
    }
}
