using Weft.Capture;
using Weft.Store.Tests.Recordings;

namespace Weft.Store.Tests.Impact;

/// <summary>A random recording, and what it says by the slow way: every span carries the set of watched roots that it stands on, as bits.</summary>
internal sealed class RandomRecording : IDisposable
{
    private const int Watched = 64;

    private readonly Random _random;
    private readonly int _spanGoal;
    private readonly ThreadBuffer[] _buffers;   // span ranges alternate between them, so that children may have smaller spans than parents
    private readonly Dictionary<ulong, ulong> _bits = [];
    private readonly List<(ulong First, ulong Count)> _runs = [];
    private readonly List<(string Source, long Index, ulong Span)> _roots = [];
    private readonly string _name = Guid.NewGuid().ToString("N");
    private readonly int[] _sources;

    internal RandomRecording(int seed, int spanGoal)
    {
        // Every other recording is in many segments.
        Run = new TestRun(new RecorderOptions { SegmentBytes = seed % 2 == 0 ? 4096 : 64 << 20 });
        _random = new Random(seed);
        _spanGoal = spanGoal;
        _buffers = [Run.NewBuffer(), Run.NewBuffer()];
        _sources = [TestRun.Source(_name + "a"), TestRun.Source(_name + "b")];
        Fill();
        RecordOutputs();
    }

    internal TestRun Run { get; }

    /// <summary>Roots that are watched: by which name they are asked, and their bit.</summary>
    internal List<(string Address, int Bit)> Roots { get; } = [];

    /// <summary>The outputs: for each record, the bits of the roots that it stands on.</summary>
    internal Dictionary<string, ulong[]> Outputs { get; } = [];

    public void Dispose() => Run.Dispose();

    private ThreadBuffer Buffer => _buffers[_random.Next(_buffers.Length)];

    private void Fill()
    {
        AddRoots(_random.Next(1, 2000));
        for (int step = 1; _bits.Count < _spanGoal; step++)
        {
            switch (_random.Next(11))
            {
                case 0: AddRoots(_random.Next(1, 300)); break;
                case 1: AddOpenRoots(); break;
                case 2: AddPairs(step); break;
                case 3: AddFanOut(step); break;
                case 4: AddFanOutRoots(step); break;
                case 5: AddLinks(step); break;
                case 6: AddFanIn(step); break;
                case 7: AddColumnFanIn(step); break;
                case 8: AddOuterFanIn(step); break;
                case 9 when _random.Next(6) == 0: AddCoarse(step); break;
                case 10: AddAliases(step); break;
            }
        }
    }

    private void AddRoots(int count)
    {
        int source = _random.Next(_sources.Length);
        long firstIndex = _roots.Count(root => root.Source == NameOf(source));
        Define(Buffer.RootRange(_sources[source], firstIndex, count), source, firstIndex, count);
    }

    private void AddOpenRoots()
    {
        int source = _random.Next(_sources.Length);
        long firstIndex = _roots.Count(root => root.Source == NameOf(source));
        int capacity = _random.Next(1, 100), used = _random.Next(1, capacity + 1);
        ThreadBuffer buffer = Buffer;
        ulong first = buffer.RootOpen(_sources[source], firstIndex, capacity);
        buffer.RootEnd(first, used);
        Define(first, source, firstIndex, used);
    }

    private string NameOf(int source) => _name + (source == 0 ? "a" : "b");

    private void Define(ulong first, int source, long firstIndex, int count)
    {
        for (int i = 0; i < count; i++)
        {
            ulong span = first + (uint)i;
            ulong bit = 0;
            if (Roots.Count < Watched && _random.Next(4) == 0)
            {
                bit = 1ul << Roots.Count;
                Roots.Add(($"{NameOf(source)}[{firstIndex + i}]", Roots.Count));
            }
            _roots.Add((NameOf(source), firstIndex + i, span));
            _bits.Add(span, bit);
        }
        _runs.Add((first, (ulong)count));
    }

    private void Define(ulong first, ulong[] bits)
    {
        for (int i = 0; i < bits.Length; i++) _bits.Add(first + (uint)i, bits[i]);
        _runs.Add((first, (ulong)bits.Length));
    }

    private ulong Any()
    {
        // Mostly a recent one, so that ways become long.
        (ulong first, ulong count) = _runs[_random.Next(3) == 0 ? _random.Next(_runs.Count) : _random.Next(Math.Max(0, _runs.Count - 4), _runs.Count)];
        return first + (ulong)_random.NextInt64((long)count);
    }

    private (ulong First, int Count) AnyRun(int most)
    {
        (ulong first, ulong count) = _runs[_random.Next(_runs.Count)];
        int start = (int)_random.NextInt64((long)count);
        return (first + (uint)start, _random.Next(1, Math.Min((int)count - start, most) + 1));
    }

    private ulong BitsOf(ulong first, int count)
    {
        ulong bits = 0;
        for (int i = 0; i < count; i++) bits |= _bits[first + (uint)i];
        return bits;
    }

    private ulong[] AnySpans(int count) => [.. Enumerable.Range(0, count).Select(_ => Any())];

    private void AddPairs(int step)
    {
        for (int n = _random.Next(1, 50); n > 0; n--)
        {
            ulong a = _random.Next(8) == 0 ? 0 : Any(), b = _random.Next(8) == 0 ? 0 : Any();
            Define(Buffer.DerivePair(step, a, b), [(a == 0 ? 0 : _bits[a]) | (b == 0 ? 0 : _bits[b])]);
        }
    }

    private void AddFanOut(int step)
    {
        for (int n = _random.Next(1, 5); n > 0; n--)
        {
            ulong outer = Any();
            (ulong inner, int count) = AnyRun(5000);
            Define(Buffer.DeriveFanOut(step, outer, inner, count), [.. Enumerable.Range(0, count).Select(i => _bits[outer] | _bits[inner + (uint)i])]);
        }
    }

    private void AddFanOutRoots(int step)
    {
        ulong outer = Any();
        int count = _random.Next(1, 200);
        ulong child = Buffer.DeriveFanOutRoots(step, outer, count);
        Define(child - (uint)count, new ulong[count]);
        Define(child, [.. Enumerable.Repeat(_bits[outer], count)]);
    }

    private void AddLinks(int step)
    {
        ThreadBuffer buffer = Buffer;
        for (int n = _random.Next(1, 100); n > 0; n--)
        {
            ulong parent = Any();
            Define(buffer.DeriveLink(step, parent), [_bits[parent]]);
        }
    }

    private void AddFanIn(int step)
    {
        (ulong first, int count) = AnyRun(5000);
        Define(Buffer.DeriveFanIn(step, first, count), [BitsOf(first, count)]);
    }

    private void AddOuterFanIn(int step)
    {
        ulong outer = Any();
        (ulong first, int count) = AnyRun(500);
        Define(Buffer.DeriveFanIn(step, outer, first, count), [_bits[outer] | BitsOf(first, count)]);
    }

    private void AddColumnFanIn(int step)
    {
        ulong[] spans = AnySpans(_random.Next(4) == 0 ? _random.Next(1025, 2000) : _random.Next(1, 60));
        Define(Buffer.DeriveFanIn(step, TestRun.Column(step, spans)), [spans.Aggregate(0ul, (bits, span) => bits | _bits[span])]);
    }

    private void AddCoarse(int step)
    {
        ulong[] spans = AnySpans(_random.Next(1, 20));
        int children = _random.Next(1, 20);
        ulong bits = spans.Aggregate(0ul, (all, span) => all | _bits[span]);
        Define(Buffer.DeriveCoarse(step, TestRun.Column(step, spans), children), [.. Enumerable.Repeat(bits, children)]);
    }

    private void AddAliases(int step)
    {
        ulong[] spans = AnySpans(_random.Next(1, 300));
        Define(Buffer.Alias(step, TestRun.Rented(spans)), [.. spans.Select(span => _bits[span])]);
    }

    private void RecordOutputs()
    {
        for (int i = 0; i < 4; i++)
        {
            ulong[] spans = i % 2 == 0 ? AnySpans(_random.Next(1, 400)) : Consecutive();
            string name = $"output {i}";
            Run.Output(name, TestRun.Column(1, spans));
            Outputs.Add(name, [.. spans.Select(span => _bits[span])]);
        }
    }

    private ulong[] Consecutive()
    {
        (ulong first, int count) = AnyRun(3000);
        return [.. Enumerable.Range(0, count).Select(i => first + (uint)i)];
    }
}
