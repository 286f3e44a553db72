using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.AddRange(items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> AddRange<TLineage, T>(in ImmutableArray<T> array, IEnumerable<T> items, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording) return array.AddRange(items);
        ImmutableArray<T> before = array;
        return Operators.ImmutableEdits.Insert(before, before.IsDefault ? 0 : before.Length, items, records => before.AddRange(records), site);
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.AddRange(items, length)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> AddRange<TLineage, T>(in ImmutableArray<T> array, T[] items, int length, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.AddRange(items, length);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, before.Length, items, length, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.AddRange(items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> AddRange<TLineage, T, TDerived>(in ImmutableArray<T> array, TDerived[] items, int site) where TLineage : struct, ILineage where TDerived : T
    {
        ImmutableArray<T> before = array, made = before.AddRange(items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, before.Length, items, items.Length, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.AddRange(items, length)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> AddRange<TLineage, T>(in ImmutableArray<T> array, ImmutableArray<T> items, int length, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.AddRange(items, length);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, before.Length, ImmutableCollectionsMarshal.AsArray(items), length, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.AddRange(items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> AddRange<TLineage, T, TDerived>(in ImmutableArray<T> array, ImmutableArray<TDerived> items, int site) where TLineage : struct, ILineage where TDerived : T
    {
        ImmutableArray<T> before = array, made = before.AddRange(items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, before.Length, ImmutableCollectionsMarshal.AsArray(items), made.Length - before.Length, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.AddRange(items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> AddRange<TLineage, T>(in ImmutableArray<T> array, ImmutableArray<T> items, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.AddRange(items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, before.Length, ImmutableCollectionsMarshal.AsArray(items), made.Length - before.Length, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.AddRange(items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> AddRange<TLineage, T>(in ImmutableArray<T> array, T[] items, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.AddRange(items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, before.Length, items, items.Length, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.AddRange(items)</c>: records keep their spans, the added values are roots of the call.</summary>
    public static ImmutableArray<T> AddRange<TLineage, T>(in ImmutableArray<T> array, ReadOnlySpan<T> items, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.AddRange(items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, before.Length, items.Length, site) : made;
    }
}
