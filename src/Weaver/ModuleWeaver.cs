using Fody;
using Mono.Cecil;
using Weft.Fody.Configuration;
using Weft.Fody.Contract;
using Weft.Fody.Emission;
using Weft.Fody.Mapping;
using Weft.Fody.Planning;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Iterators;
using Weft.Fody.Planning.Lambdas;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Returns;
using Weft.Fody.Reporting;
using Weft.Fody.Selection;
using Weft.Sites;

namespace Weft.Fody;

/// <summary>What Fody runs: the passes, in order, each handing its result to the next.</summary>
public sealed class ModuleWeaver : BaseModuleWeaver
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetAssembliesForScanning() => [];

    /// <inheritdoc/>
    public override void Execute()
    {
        WeaverSettings settings = WeaverSettings.Read(Config);
        if (settings.Mode == WeaverMode.Off) return;

        var log = new BuildLog(this, settings);
        if (WovenMark.IsAlreadyWoven(ModuleDefinition.Assembly, settings.Mode))
        {
            log.Skipped($"{ModuleDefinition.Assembly.Name.Name} is already woven ({settings.Mode}); nothing is done");
            return;
        }
        if (MarkedMethods.IsOn(ModuleDefinition.Assembly, ContractNames.NotWovenAttribute))
        {
            log.Skipped($"{ModuleDefinition.Assembly.Name.Name} is marked [assembly: Weft.NotWoven]; nothing is done");
            return;
        }

        WovenRuntime runtime = WovenRuntime.Resolve(ResolveAssembly, settings.Mode);
        var types = new SequenceTypes();
        var operators = new OperatorMap(runtime, types, settings.Mode);
        IReadOnlyList<MethodDefinition> methods = MethodSelection.Run(ModuleDefinition, settings);
        FollowedIterators iterators = FollowedIterators.Run(methods, types, settings.Mode, log);
        var flowEnds = new FlowEnds(ModuleDefinition, runtime, types, iterators);
        var handOvers = new HandOverMap(runtime);
        IReadOnlyList<MethodDefinition> recorded = settings.Mode == WeaverMode.Record ? methods : [];
        bool records = settings.Mode == WeaverMode.Record;
        CapturedVariables captures = records ? CapturedVariables.Run(recorded, handOvers, ReceivingMethods.Run(recorded, handOvers, CapturedVariables.None)) : CapturedVariables.None;
        ReceivingMethods receivers = records ? ReceivingMethods.Run(recorded, handOvers, captures) : ReceivingMethods.None;
        FollowedActions actions = FollowedActions.Run(methods, runtime, handOvers, captures);
        var scalars = new ScalarCalls(operators);
        ReturningMethods returning = ReturningMethods.Run(recorded, handOvers, scalars, types);
        SelectorLambdas lambdas = SelectorLambdas.Run(recorded, operators, returning, types, log);
        IReadOnlyList<MethodPlan> plans = new SitePlanning(operators, flowEnds, iterators, actions, FollowedHandlers.Run(methods, handOvers), receivers, captures, returning, scalars, lambdas, handOvers, types, settings.Mode, log).Run(methods);

        var summary = new WeaveSummary(settings.Mode);
        var told = new ToldEnds(log, MarkedMethods.In(ModuleDefinition, ContractNames.LineageBoundaryAttribute), MarkedMethods.In(ModuleDefinition, ContractNames.LineageRequiredAttribute));
        LeavingCalls.Run(methods, told);
        SiteHandles handles = SiteHandles.For(ModuleDefinition, runtime, settings.Mode);
        IReadOnlyList<SiteRow> rows = new Weaving(ModuleDefinition, runtime, handles, types, log, told).Run(plans, summary);
        if (settings.Mode == WeaverMode.Record) new IteratorTypes(ModuleDefinition, runtime).Run(iterators);
        ModuleSeal.Run(ModuleDefinition, runtime, rows, settings.Mode);
        log.Summary(summary);
    }
}
