using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.RemoveAt(index)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> RemoveAt<TLineage, T>(in ImmutableArray<T> array, int index, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.RemoveAt(index);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Remove(before, made, index, 1, site) : made;
    }
}
