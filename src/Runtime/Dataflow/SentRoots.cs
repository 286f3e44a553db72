using System.Collections.Concurrent;
using Weft.Capture;

namespace Weft.Dataflow;

/// <summary>The number of messages that a call has sent which follow from no record.</summary>
internal sealed class SentRoots
{
    private static readonly ConcurrentDictionary<int, SentRoots> _ofSites = new();

    private long _count;

    private SentRoots(int site) => Source = Sources.Value(site);

    /// <summary>The source that they belong to.</summary>
    internal int Source { get; }

    /// <summary>Of the call at a site.</summary>
    internal static SentRoots Of(int site) => _ofSites.GetOrAdd(site, static at => new SentRoots(at));

    /// <summary>The index of the next one.</summary>
    internal long Next() => Interlocked.Increment(ref _count) - 1;
}
