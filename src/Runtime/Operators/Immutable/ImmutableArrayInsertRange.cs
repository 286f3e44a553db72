using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.InsertRange(index, items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> InsertRange<TLineage, T>(in ImmutableArray<T> array, int index, IEnumerable<T> items, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording) return array.InsertRange(index, items);
        ImmutableArray<T> before = array;
        return Operators.ImmutableEdits.Insert(before, index, items, records => before.InsertRange(index, records), site);
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.InsertRange(index, items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> InsertRange<TLineage, T>(in ImmutableArray<T> array, int index, ImmutableArray<T> items, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.InsertRange(index, items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, index, ImmutableCollectionsMarshal.AsArray(items), made.Length - before.Length, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.InsertRange(index, items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> InsertRange<TLineage, T>(in ImmutableArray<T> array, int index, T[] items, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.InsertRange(index, items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, index, items, items.Length, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.InsertRange(index, items)</c>: records keep their spans, the added values are roots of the call.</summary>
    public static ImmutableArray<T> InsertRange<TLineage, T>(in ImmutableArray<T> array, int index, ReadOnlySpan<T> items, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.InsertRange(index, items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, index, items.Length, site) : made;
    }
}
