namespace Weft;

/// <summary>Says that a method runs the delegate it is given at once with its caller, or may: on another thread, or as a task of its own.</summary>
/// <remarks>For the analyzers only: they treat a delegate that is handed to such a parameter as one that is handed to <see cref="Task.Run(Action)"/>.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RunsConcurrentlyAttribute : Attribute;
