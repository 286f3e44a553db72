using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.RemoveRange(index, length)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> RemoveRange<TLineage, T>(in ImmutableArray<T> array, int index, int length, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.RemoveRange(index, length);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Remove(before, made, index, length, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.RemoveRange(items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> RemoveRange<TLineage, T>(in ImmutableArray<T> array, IEnumerable<T> items, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.RemoveRange(items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.RemoveRange(items, equalityComparer)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> RemoveRange<TLineage, T>(in ImmutableArray<T> array, IEnumerable<T> items, IEqualityComparer<T>? equalityComparer, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.RemoveRange(items, equalityComparer);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.RemoveRange(items)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> RemoveRange<TLineage, T>(in ImmutableArray<T> array, ImmutableArray<T> items, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.RemoveRange(items);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.RemoveRange(items, equalityComparer)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> RemoveRange<TLineage, T>(in ImmutableArray<T> array, ImmutableArray<T> items, IEqualityComparer<T>? equalityComparer, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.RemoveRange(items, equalityComparer);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.RemoveRange(items, equalityComparer)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> RemoveRange<TLineage, T>(in ImmutableArray<T> array, ReadOnlySpan<T> items, IEqualityComparer<T>? equalityComparer, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.RemoveRange(items, equalityComparer);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.RemoveRange(items, equalityComparer)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> RemoveRange<TLineage, T>(in ImmutableArray<T> array, T[] items, IEqualityComparer<T>? equalityComparer, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.RemoveRange(items, equalityComparer);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }
}
