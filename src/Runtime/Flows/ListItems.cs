using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Weft.Flows;

/// <summary>The items of a list.</summary>
internal struct ListItems<T>(List<T> list) : IItems<T>
{
    private readonly List<T> _list = list;
    private List<T>.Enumerator _enumerator;
    private int _next;
    private int _version; // when the enumeration started

    public readonly object Collection => _list;

    public readonly ReadOnlySpan<T> AsSpan() => CollectionsMarshal.AsSpan(_list);

    public void Start()
    {
        _enumerator = _list.GetEnumerator();
        _next = 0;
        _version = Version;
    }

    public bool MoveNext()
    {
        if (!_enumerator.MoveNext()) return false;
        _next++;
        return true;
    }

    public bool MoveNext(Func<T, bool> predicate, [MaybeNullWhen(false)] out T item)
    {
        while (_enumerator.MoveNext())
        {
            _next++;
            item = _enumerator.Current;
            if (predicate(item)) return true;
        }
        item = default;
        return false;
    }

    public readonly T Current => _enumerator.Current;

    public readonly int Index => _next - 1;

    public readonly bool IsUnchanged => Version == _version;

    public readonly int Count => _list.Count;

    public readonly bool TellsChanges => true;

    public readonly int Version => ListAttachment<T>.Version(_list);

    public readonly T this[int index] => _list[index];

    public readonly void CopyTo(int start, Span<T> destination) => AsSpan().Slice(start, destination.Length).CopyTo(destination);
}
