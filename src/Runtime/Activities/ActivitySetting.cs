namespace Weft.Activities;

/// <summary>What is recorded of activities (<see cref="System.Diagnostics.Activity"/>). The names are those of <c>WEFT_ACTIVITIES</c>.</summary>
internal enum ActivitySetting
{
    /// <summary>Nothing: nobody listens, and who asks whether anybody does hears no.</summary>
    Off,

    /// <summary>Names of sources and operations, keys of tags, names of events.</summary>
    Names,

    /// <summary>Values of tags as well.</summary>
    Values,
}
