using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Reporting;
using Weft.Fody.Source;
using Weft.Sites;

namespace Weft.Fody.Planning;

/// <summary>Pass: a plan for each method that calls an operator or ends a flow. Edits nothing.</summary>
internal sealed class SitePlanning(OperatorMap operators, FlowEnds flowEnds, BuildLog log)
{
    private readonly MethodNames _methods = new();

    public IReadOnlyList<MethodPlan> Run(IEnumerable<MethodDefinition> methods)
    {
        var plans = new List<MethodPlan>();
        foreach (MethodDefinition method in methods)
        {
            log.Guard(method, () =>
            {
                if (Plan(method) is { } plan) plans.Add(plan);
            });
        }
        return plans;
    }

    private MethodPlan? Plan(MethodDefinition method)
    {
        var il = new MethodIl(method);
        IReadOnlyDictionary<Instruction, MappedOperator> redirects = OperatorCalls.Find(il, operators);
        IReadOnlyDictionary<Instruction, EndingCall> ends = flowEnds.Find(il, redirects);
        if (redirects.Count == 0 && ends.Count == 0) return null;

        StackFlow flow = StackFlow.Of(il);
        var locals = new LocalNames(method);
        var outputs = new OutputNames(il, flow, redirects, locals, _methods);
        var sites = new List<PlannedSite>();
        foreach (Instruction call in il.Instructions)
        {
            if (redirects.TryGetValue(call, out MappedOperator? mapped)) sites.Add(Redirect(call, mapped));
            else if (ends.TryGetValue(call, out EndingCall? end)) sites.Add(FlowEnd(call, end));
        }
        return new MethodPlan(il, flow, sites);

        PlannedSite Redirect(Instruction call, MappedOperator mapped)
        {
            SourceLocation location = LocationOf(call);
            SiteRow row = Describe(call, location, mapped.Row.Name, argument: 0);
            row.OutputName = outputs.Find(call);
            return new Redirect(call, row, location, mapped);
        }

        PlannedSite FlowEnd(Instruction call, EndingCall end)
        {
            SourceLocation location = LocationOf(call);
            var called = (MethodReference)call.Operand;
            bool constructs = call.OpCode.Code == Code.Newobj;
            string name = constructs ? "new " + called.DeclaringType.Name.Split('`')[0] : called.Name;
            SiteRow row = Describe(call, location, name, end.RecordParameter + (called.HasThis && !constructs ? 1 : 0));
            return new FlowEnd(call, row, location, end.Result, end.Reason);
        }

        SourceLocation LocationOf(Instruction call)
        {
            if (call.Previous?.OpCode.Code == Code.Tail) throw new MalformedBodyException("a tail call cannot be woven", call);
            return CallLocation.Of(call, il, flow);
        }

        // Where paths join, the argument may have been read from several places: then it has no one name.
        string? SourceName(IReadOnlyList<Instruction> producers) => producers.Count == 1 ? ValueNames.Read(producers[0], il, locals) : null;

        SiteRow Describe(Instruction call, SourceLocation location, string name, int argument) => new()
        {
            Operator = name,
            Method = _methods.Full(method),
            File = location.File,
            Line = location.Line,
            Column = location.Column,
            SourceName = SourceName(flow.Producers(call, argument)),
        };
    }
}
