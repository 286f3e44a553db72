using Weft.Flows;

namespace Weft.Operators;

/// <summary>A set of keys with the spans of the records that they came by, the first of each key, from which keys are taken out.</summary>
// Design: as .NET's own set it calls the comparer once for the hash code and once for each candidate, in its order. A set made of another one with
// the same comparer is copied, which calls nothing: then the key that was found equal is told by the comparer, and its span by the key itself.
internal abstract class KeysLeft<TKey>
{
    /// <summary>Takes out a key; false when it is not here (any more).</summary>
    /// <param name="key">The key.</param>
    /// <param name="span">The span that came with the equal key.</param>
    internal abstract bool Remove(TKey key, out ulong span);

    /// <summary>Reads all keys; <paramref name="collection"/> is where they come from, when that is a collection.</summary>
    internal static KeysLeft<TKey> Read(Flow<TKey> keys, ICollection<TKey>? collection, IEqualityComparer<TKey>? comparer)
    {
        IEqualityComparer<TKey> equality = comparer ?? EqualityComparer<TKey>.Default;
        return collection is HashSet<TKey> set && set.Comparer.Equals(equality) ? new OfSet(keys, set, equality) : new OfAny(keys, equality);
    }

    private sealed class OfAny : KeysLeft<TKey>
    {
        private readonly SpanOfEqual<TKey> _equal;
        private readonly HashSet<Chosen<TKey>> _keys;

        internal OfAny(Flow<TKey> keys, IEqualityComparer<TKey> equality)
        {
            _equal = new SpanOfEqual<TKey>(equality);
            _keys = new HashSet<Chosen<TKey>>(_equal);
            while (keys.MoveNext()) _keys.Add(keys.Choose());
        }

        internal override bool Remove(TKey key, out ulong span)
        {
            bool removed = _keys.Remove(new Chosen<TKey>(key, 0));
            span = _equal.Matched;
            return removed;
        }
    }

    private sealed class OfSet : KeysLeft<TKey>
    {
        private readonly ByKey _byKey;
        private readonly HashSet<TKey> _keys;
        private readonly Dictionary<Chosen<TKey>, ulong> _spans = new(new Identity());

        internal OfSet(Flow<TKey> keys, HashSet<TKey> set, IEqualityComparer<TKey> equality)
        {
            _byKey = new ByKey(equality);
            _keys = new HashSet<TKey>(set, _byKey);
            while (keys.MoveNext()) _spans.Add(new Chosen<TKey>(keys.Value, 0), keys.Span);
        }

        internal override bool Remove(TKey key, out ulong span)
        {
            if (_keys.Remove(key)) return _spans.TryGetValue(new Chosen<TKey>(_byKey.Matched!, 0), out span);
            span = 0;
            return false;
        }

        private sealed class ByKey(IEqualityComparer<TKey> keys) : IEqualityComparer<TKey>
        {
            /// <summary>The key last found equal.</summary>
            internal TKey? Matched { get; private set; }

            public bool Equals(TKey? held, TKey? asked)
            {
                if (!keys.Equals(held, asked)) return false;
                Matched = held;
                return true;
            }

            public int GetHashCode(TKey key) => key is null ? 0 : keys.GetHashCode(key);

            // So that a set with the comparer that this stands for is copied.
            public override bool Equals(object? other) => keys.Equals(other);

            public override int GetHashCode() => keys.GetHashCode();
        }

        /// <summary>The very key: the object, or a value that cannot be told from it.</summary>
        private sealed class Identity : IEqualityComparer<Chosen<TKey>>
        {
            public bool Equals(Chosen<TKey> x, Chosen<TKey> y)
                => typeof(TKey).IsValueType ? EqualityComparer<TKey>.Default.Equals(x.Value, y.Value) : ReferenceEquals(x.Value, y.Value);

            public int GetHashCode(Chosen<TKey> key)
                => typeof(TKey).IsValueType ? EqualityComparer<TKey>.Default.GetHashCode(key.Value!) : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Value);
        }
    }
}
