using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Flows;

namespace Weft.Operators;

/// <summary>What First, Last and ElementAt share. Each method is false where LINQ's own operator does it all.</summary>
internal static class Choice
{
    /// <summary>Chooses the first record of a flow, or of any sequence if the result is an output.</summary>
    internal static bool First<TLineage, T>(IEnumerable<T> source, int site, out Chosen<T> chosen) where TLineage : struct, ILineage
    {
        if (!IsOurs<TLineage, T>(source, site, out bool traced, out Flow<T>? records)) return Not(out chosen);
        chosen = records.First(traced);
        return Keep(chosen, records, traced, site);
    }

    /// <summary>Chooses the last record of a flow, or of any sequence if the result is an output.</summary>
    internal static bool Last<TLineage, T>(IEnumerable<T> source, int site, out Chosen<T> chosen) where TLineage : struct, ILineage
    {
        if (!IsOurs<TLineage, T>(source, site, out bool traced, out Flow<T>? records)) return Not(out chosen);
        chosen = records.Last(traced);
        return Keep(chosen, records, traced, site);
    }

    /// <summary>Chooses the last match in a flow, or in any sequence if the result is an output.</summary>
    internal static bool Last<TLineage, T>(IEnumerable<T> source, Func<T, bool> predicate, int site, out Chosen<T> chosen) where TLineage : struct, ILineage
    {
        if (predicate is null || !IsOurs<TLineage, T>(source, site, out bool traced, out Flow<T>? records)) return Not(out chosen);
        chosen = records.Last(predicate, traced);
        return Keep(chosen, records, traced, site);
    }

    /// <summary>Chooses the record at an index of a flow, or of any sequence if the result is an output.</summary>
    internal static bool ElementAt<TLineage, T>(IEnumerable<T> source, Index index, int site, out Chosen<T> chosen) where TLineage : struct, ILineage
    {
        if (!IsOurs<TLineage, T>(source, site, out bool traced, out Flow<T>? records)) return Not(out chosen);
        int count = index.IsFromEnd ? records.GetCount(onlyIfCheap: true) : 0;
        chosen = count < 0 ? FromEnd(records, index.Value) : records.ElementAt(index.GetOffset(count), traced);
        return Keep(chosen, records, traced, site);
    }

    /// <summary>As above.</summary>
    internal static bool ElementAt<TLineage, T>(IEnumerable<T> source, int index, int site, out Chosen<T> chosen) where TLineage : struct, ILineage
    {
        if (!IsOurs<TLineage, T>(source, site, out bool traced, out Flow<T>? records)) return Not(out chosen);
        chosen = records.ElementAt(index, traced);
        return Keep(chosen, records, traced, site);
    }

    /// <summary>Throws the exception for an index out of range: that of a list itself, else LINQ's.</summary>
    internal static T NoElementAt<T>(IEnumerable<T> source, int index) => (source is IList<T> ? source : Nothing<T>()).ElementAt(index);

    /// <summary>As above.</summary>
    internal static T NoElementAt<T>(IEnumerable<T> source, Index index) => (source is IList<T> ? source : Nothing<T>()).ElementAt(index);

    private static IEnumerable<T> Nothing<T>()
    {
        yield break;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one test in front of LINQ's own operator
    private static bool IsOurs<TLineage, T>(IEnumerable<T>? source, int site, out bool traced, [NotNullWhen(true)] out Flow<T>? records)
        where TLineage : struct, ILineage
    {
        traced = OutputRow.IsTraced<TLineage>(source, site);
        records = traced ? source!.AsFlow(site).Fresh() : TLineage.IsRecording ? source as Flow<T> : null;
        return records is not null;
    }

    private static bool Not<T>(out Chosen<T> chosen)
    {
        chosen = default;
        return false;
    }

    private static bool Keep<T>(Chosen<T> chosen, Flow<T> records, bool traced, int site)
    {
        if (traced) OutputRow.Witness(chosen.Span, chosen.Found ? records.Step : 0, site);
        return true;
    }

    // Reads all records and keeps the last ones.
    private static Chosen<T> FromEnd<T>(Flow<T> source, int indexFromEnd)
    {
        if (indexFromEnd <= 0) return default;
        var last = new Queue<Chosen<T>>();
        using Flow<T> records = source.Start();
        while (records.MoveNext())
        {
            if (last.Count == indexFromEnd) last.Dequeue();
            last.Enqueue(records.Choose());
        }
        return last.Count == indexFromEnd ? last.Dequeue() : default;
    }
}
