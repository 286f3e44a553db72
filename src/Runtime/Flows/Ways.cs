using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows;

/// <summary>The ways of records that keep their spans where they meet: each told once, as the second input of the one before.</summary>
/// <param name="step">The way that all of them came before; 0 for none.</param>
internal struct Ways(int step)
{
    // The most ways that are told apart; an answer tells fewer.
    private const int Most = 64;

    private (int Site, int Input) _last; // the way told last
    private int _count;

    /// <summary>The step that names all ways; 0 when there is none.</summary>
    internal int Step { get; private set; } = step;

    /// <summary>Says that a record passed a site, having come by a step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // two comparisons a record
    internal void Pass(int site, int input)
    {
        if (_last.Site != site || _last.Input != input) Add(site, input);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Add(int site, int input)
    {
        _last = (site, input);
        int number = SiteRegistry.NumberOf(site);
        int step = Step;
        for (int i = 0; i < _count && step != 0; i++)
        {
            Step way = Steps.Get(step);
            if (way.Site == number && way.Input == input) return;
            step = way.Second;
        }
        if (_count == Most) return;
        Step = Steps.Intern(site, input, Step);
        _count++;
    }
}
