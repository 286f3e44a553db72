using Mono.Cecil;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Returns;

namespace Weft.Fody.Planning;

// Design: what one method tells another is of use only where the one has something to tell and the other asks. So each method is planned by itself first; then those anew that others turn out to have to do with, as long as there are
// any; and at last those whose counterparts turned out to have nothing to do with them.

/// <summary>Plans methods in rounds, until each tells those that ask it, and no others.</summary>
internal sealed class PlanRounds(ReceivingMethods receivers, ReturningMethods returning, CapturedVariables captures, Func<MethodDefinition, MethodPlan?> plan)
{
    private readonly Dictionary<MethodDefinition, MethodPlan?> _plans = [];
    private readonly Dictionary<int, HashSet<MethodDefinition>> _reaching = []; // by the number of what they are made of
    private readonly HashSet<int> _giving = []; // numbers that turned out to be in this round

    public IReadOnlyList<MethodPlan> Run(IReadOnlyList<MethodDefinition> methods)
    {
        foreach (MethodDefinition method in methods) _plans[method] = plan(method);
        Meet(methods);
        while (Part())
        {
        }
        return [.. methods.Select(method => _plans[method]).OfType<MethodPlan>().Where(found => !found.IsEmpty)];
    }

    // Plans anew those that methods have to do with which were planned in the round before, each once a round.
    private void Meet(IReadOnlyCollection<MethodDefinition> planned)
    {
        while (planned.Count > 0)
        {
            var anew = new HashSet<MethodDefinition>();
            foreach (MethodDefinition method in planned)
            {
                if (_plans[method] is not { } known) continue;
                foreach (int number in known.Asked.Concat(known.AskedByResults))
                {
                    if (!_reaching.TryGetValue(number, out HashSet<MethodDefinition>? reaching)) _reaching.Add(number, reaching = []);
                    reaching.Add(method);
                }
                anew.UnionWith(known.Handed.SelectMany(receivers.Numbered.Need));
                anew.UnionWith(known.Captured.SelectMany(captures.Tell));
                anew.UnionWith(known.Asked.SelectMany(number => returning.Ask(number, byPut: true)));
                anew.UnionWith(known.AskedByResults.SelectMany(number => returning.Ask(number, byPut: false)));
                if (known.GivesRecords) _giving.UnionWith(returning.Gives(method));
            }
            // What turned out later than others reached it, they ask for now.
            foreach (int number in _giving)
            {
                if (_reaching.TryGetValue(number, out HashSet<MethodDefinition>? reaching)) anew.UnionWith(reaching);
            }
            _giving.Clear();
            planned = PlanAnew(anew);
        }
    }

    // Plans anew those whose counterparts have nothing to do with them; whether there were any.
    private bool Part()
    {
        HashSet<int> handed = [.. receivers.Numbered.Needed.Where(number => !receivers.Numbered.BodiesOf(number).Any(body => PlanOf(body) is { UsesGiven: true }))];
        HashSet<int> asked = [.. returning.Numbered.Needed.Where(number => !returning.IsGiving(number))];
        if (handed.Count + asked.Count == 0) return false;
        HashSet<MethodDefinition> others = [.. _plans.Where(known => known.Value is not null && known.Value.Handed.Any(handed.Contains)).Select(known => known.Key)];
        others.UnionWith(handed.SelectMany(receivers.Numbered.Drop));
        others.UnionWith(asked.SelectMany(returning.Numbered.Drop));
        Meet(PlanAnew(others));
        return true;
    }

    private List<MethodDefinition> PlanAnew(IEnumerable<MethodDefinition> methods)
    {
        List<MethodDefinition> anew = [.. methods.Where(_plans.ContainsKey)]; // others are left alone
        foreach (MethodDefinition method in anew) _plans[method] = plan(method);
        return anew;
    }

    private MethodPlan? PlanOf(MethodDefinition method) => _plans.TryGetValue(method, out MethodPlan? known) ? known : null;
}
