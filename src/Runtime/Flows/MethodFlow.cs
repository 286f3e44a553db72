namespace Weft.Flows;

/// <summary>
/// A flow whose operator is, in LINQ, an iterator method: as soon as it throws it has ended, and its source is disposed of. (LINQ's iterator classes
/// wait for their consumer to do so.)
/// </summary>
internal abstract class MethodFlow<T> : Flow<T>
{
    internal sealed override bool IsIterator => false;

    public sealed override bool MoveNext()
    {
        bool moved = false;
        try
        {
            return moved = Next();
        }
        finally
        {
            if (!moved) Dispose();
        }
    }

    /// <summary>Moves on; false at the end.</summary>
    protected abstract bool Next();
}

/// <summary>As <see cref="MethodFlow{T}"/>, over another flow whose records keep their spans.</summary>
internal abstract class MethodPassFlow<TSource, T>(Flow<TSource> source, int site) : PassFlow<TSource, T>(source, site)
{
    internal sealed override bool IsIterator => false;

    public sealed override bool MoveNext()
    {
        bool moved = false;
        try
        {
            return moved = Next();
        }
        finally
        {
            if (!moved) Dispose();
        }
    }

    /// <summary>Moves on; false at the end.</summary>
    protected abstract bool Next();
}
