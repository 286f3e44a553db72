namespace Weft.Flows.Parallel;

/// <summary>The operators on parallel queries whose records are objects of unknown type.</summary>
internal static class ParallelObjects
{
    /// <summary>The result of Cast.</summary>
    internal static ParallelQuery<T> Cast<T>(ParallelQuery<T> query, ParallelQuery source, int site)
        => Of(query, source, static records => records.Select(static record => new Chosen<T>((T)record.Value!, record.Span)), site);

    /// <summary>The result of OfType.</summary>
    internal static ParallelQuery<T> OfType<T>(ParallelQuery<T> query, ParallelQuery source, int site)
        => Of(query, source, static records => records.Where(static record => record.Value is T).Select(static record => new Chosen<T>((T)record.Value!, record.Span)), site);

    /// <summary>The result of AsOrdered.</summary>
    internal static ParallelQuery AsOrdered(ParallelQuery query, ParallelQuery source)
        => ParallelFlows.Find(source) is ParallelFlow<object?> flow
            ? ParallelFlows.With(query, new ParallelSettingFlow<object?, int>(flow, 0, static (records, _) => records.AsOrdered(), orders: true))
            : ParallelFlows.Unknown(query, source);

    private static ParallelQuery<T> Of<T>(ParallelQuery<T> query, ParallelQuery source, Func<ParallelQuery<Chosen<object?>>, ParallelQuery<Chosen<T>>> operation, int site)
        => ParallelFlows.Find(source) is { } flow ? ParallelFlows.With(query, new ParallelCastFlow<T>(flow, operation, site)) : ParallelFlows.Unknown(query, source);
}

/// <summary>Cast and OfType.</summary>
internal sealed class ParallelCastFlow<T>(ParallelFlow source, Func<ParallelQuery<Chosen<object?>>, ParallelQuery<Chosen<T>>> operation, int site) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => source.HandsOutGroups;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        ParallelQuery<Chosen<object?>> records = source.OpenAny(out Way sourceWay);
        way = new PassedWay(site, sourceWay);
        return operation(records);
    }
}
