using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Weft.AspNetCore;

/// <summary>The value that a handler's result sends.</summary>
internal static class AnsweredValue
{
    /// <summary>The value in a result of ASP.NET Core; of anything else, itself.</summary>
    internal static object? In(object? result) => result switch
    {
        INestedHttpResult nested => In(nested.Result),
        IValueHttpResult { Value: var value } => value,
        ObjectResult { Value: var value } => value,
        JsonResult { Value: var value } => value,
        IConvertToActionResult converted => In(converted.Convert()),
        _ => result,
    };
}
