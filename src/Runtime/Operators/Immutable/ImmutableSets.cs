using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableHashSet&lt;T&gt;.Union(other)</c>: records keep their spans.</summary>
    public static ImmutableHashSet<T> UnionImmutable<TLineage, T>(ImmutableHashSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && set is not null ? Operators.ImmutableSetEdits.Make(set, other, brings: true, set.Union, site) : set!.Union(other);

    /// <summary>The woven form of <c>ImmutableHashSet&lt;T&gt;.Except(other)</c>: records keep their spans.</summary>
    public static ImmutableHashSet<T> ExceptImmutable<TLineage, T>(ImmutableHashSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && set is not null ? Operators.ImmutableSetEdits.Make(set, other, brings: false, set.Except, site) : set!.Except(other);

    /// <summary>The woven form of <c>ImmutableHashSet&lt;T&gt;.SymmetricExcept(other)</c>: records keep their spans.</summary>
    public static ImmutableHashSet<T> SymmetricExceptImmutable<TLineage, T>(ImmutableHashSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && set is not null ? Operators.ImmutableSetEdits.Make(set, other, brings: true, set.SymmetricExcept, site) : set!.SymmetricExcept(other);

    /// <summary>The woven form of <c>ImmutableSortedSet&lt;T&gt;.Union(other)</c>: records keep their spans.</summary>
    public static ImmutableSortedSet<T> UnionImmutable<TLineage, T>(ImmutableSortedSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && set is not null ? Operators.ImmutableSetEdits.Make(set, other, brings: true, set.Union, site) : set!.Union(other);

    /// <summary>The woven form of <c>ImmutableSortedSet&lt;T&gt;.Except(other)</c>: records keep their spans.</summary>
    public static ImmutableSortedSet<T> ExceptImmutable<TLineage, T>(ImmutableSortedSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && set is not null ? Operators.ImmutableSetEdits.Make(set, other, brings: false, set.Except, site) : set!.Except(other);

    /// <summary>The woven form of <c>ImmutableSortedSet&lt;T&gt;.SymmetricExcept(other)</c>: records keep their spans.</summary>
    public static ImmutableSortedSet<T> SymmetricExceptImmutable<TLineage, T>(ImmutableSortedSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && set is not null ? Operators.ImmutableSetEdits.Make(set, other, brings: true, set.SymmetricExcept, site) : set!.SymmetricExcept(other);
}
