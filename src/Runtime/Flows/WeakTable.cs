using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Weft.Flows;

/// <summary>Values by object, by reference, for as long as the object lives.</summary>
// Design: ConditionalWeakTable costs some 700 ns a live object, too much for a list per record. Here a slot is a weak handle that is reused
// when its object dies, so that attaching is a hash, a lock of one of 16 stripes and a few stores. Values of dead objects are let go after a full collection
// (see SweepAfterFullCollection) or when their stripe fills.
internal sealed class WeakTable<TValue>
{
    private const int StripeCount = 16; // a power of two
    private readonly Stripe[] _stripes = new Stripe[StripeCount];

    internal WeakTable()
    {
        for (int i = 0; i < _stripes.Length; i++) _stripes[i] = new Stripe();
        _ = new SweepAfterFullCollection(this);
    }

    /// <summary>Attaches; a former value of the same object is replaced.</summary>
    internal void Set(object key, TValue value)
    {
        int hash = RuntimeHelpers.GetHashCode(key);
        _stripes[hash & (StripeCount - 1)].Set(key, hash, value);
    }

    /// <summary>What is attached to <paramref name="key"/>, or null; of a struct, its default.</summary>
    internal TValue? Find(object key)
    {
        int hash = IdentityHash.OfKnown(key);
        return hash == 0 ? default : _stripes[hash & (StripeCount - 1)].Find(key, hash); // what was never hashed was never attached to
    }

    /// <summary>The live values; for tests.</summary>
    internal int CountLive()
    {
        int count = 0;
        foreach (Stripe stripe in _stripes) count += stripe.CountLive();
        return count;
    }

    internal void Sweep()
    {
        foreach (Stripe stripe in _stripes) stripe.Sweep();
    }

    /// <summary>A hash table with chaining; its lock is held for a few instructions at a time.</summary>
    private sealed class Stripe
    {
        private const int None = -1;
        private readonly Lock _lock = new();
        private int[] _buckets = NewBuckets(16);
        private Slot[] _slots = new Slot[16];
        private int _used;          // slots ever used
        private int _free = None;   // head of the list of dead slots

        // One bit for the hashes of all live slots: most objects that are asked about carry nothing, and are told so without the lock. Whoever may
        // ask about an object has seen its value, and therefore its bit, if there is one.
        private ulong _filter;

        internal void Set(object key, int hash, TValue value)
        {
            lock (_lock)
            {
                int found = IndexOf(key, hash);
                if (found != None)
                {
                    _slots[found].Value = value;
                    return;
                }
                int index = TakeSlot();
                ref Slot slot = ref _slots[index];
                if (slot.Handle.IsAllocated) slot.Handle.Target = key;
                else slot.Handle = GCHandle.Alloc(key, GCHandleType.Weak);
                slot.Hash = hash;
                slot.IsUsed = true;
                slot.Value = value;
                Volatile.Write(ref _filter, _filter | FilterBit(hash));
                ref int bucket = ref Bucket(hash);
                slot.Next = bucket;
                bucket = index;
            }
        }

        internal TValue? Find(object key, int hash)
        {
            if ((Volatile.Read(ref _filter) & FilterBit(hash)) == 0) return default;
            lock (_lock)
            {
                int index = IndexOf(key, hash);
                return index == None ? default : _slots[index].Value;
            }
        }

        internal int CountLive()
        {
            lock (_lock)
            {
                int live = 0;
                for (int i = 0; i < _used; i++)
                {
                    if (_slots[i].IsUsed && _slots[i].Handle.Target is not null) live++;
                }
                return live;
            }
        }

        internal void Sweep()
        {
            lock (_lock) SweepLocked();
        }

        private int IndexOf(object key, int hash)
        {
            for (int i = Bucket(hash); i != None; i = _slots[i].Next)
            {
                if (_slots[i].Hash == hash && ReferenceEquals(_slots[i].Handle.Target, key)) return i;
            }
            return None;
        }

        private int TakeSlot()
        {
            if (_free == None && _used == _slots.Length)
            {
                // Where nearly all are alive the next sweep would come soon, and find as little.
                if (SweepLocked() < _used / 4) Grow();
            }
            if (_free == None) return _used++;
            int index = _free;
            _free = _slots[index].Next;
            return index;
        }

        // Returns how many slots are free now of those that were used.
        private int SweepLocked()
        {
            ulong filter = 0;
            int freed = 0;
            for (int i = 0; i < _used; i++)
            {
                if (!_slots[i].IsUsed) continue;
                if (_slots[i].Handle.Target is not null)
                {
                    filter |= FilterBit(_slots[i].Hash);
                    continue;
                }
                Unlink(i);
                _slots[i].IsUsed = false;
                _slots[i].Value = default;
                _slots[i].Next = _free;
                _free = i;
                freed++;
            }
            Volatile.Write(ref _filter, filter);
            return freed;
        }

        private void Unlink(int index)
        {
            ref int link = ref Bucket(_slots[index].Hash);
            while (link != index) link = ref _slots[link].Next;
            link = _slots[index].Next;
        }

        private void Grow()
        {
            Array.Resize(ref _slots, _slots.Length * 2);
            _buckets = NewBuckets(_slots.Length);
            for (int i = 0; i < _used; i++)
            {
                if (!_slots[i].IsUsed) continue; // it stays in the free list
                ref int bucket = ref Bucket(_slots[i].Hash);
                _slots[i].Next = bucket;
                bucket = i;
            }
        }

        // The low bits chose the stripe, those above choose the bucket.
        private static ulong FilterBit(int hash) => 1ul << (hash >>> 20);

        // The low bits chose the stripe.
        private ref int Bucket(int hash) => ref _buckets[(hash / StripeCount) & (_buckets.Length - 1)];

        private static int[] NewBuckets(int length)
        {
            var buckets = new int[length];
            Array.Fill(buckets, None);
            return buckets;
        }
    }

    private struct Slot
    {
        internal GCHandle Handle;   // weak; kept and reused when its object died
        internal int Hash;
        internal int Next;          // next in the bucket, or in the free list
        internal bool IsUsed;       // not in the free list
        internal TValue? Value;
    }

    // Its finalizer runs after each collection of the generation it lives in: soon generation 2.
    private sealed class SweepAfterFullCollection(WeakTable<TValue> table)
    {
        ~SweepAfterFullCollection()
        {
            if (Environment.HasShutdownStarted) return;
            table.Sweep();
            GC.ReRegisterForFinalize(this);
        }
    }
}
