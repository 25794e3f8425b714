namespace DtcGen.Samples.InferenceApp;

/// <summary>Brings the catalogue in line with the .onnx files of a folder. One call at a time.</summary>
internal sealed class ModelFolder(AppOptions options, ModelCatalogue catalogue, ILogger<ModelFolder> logger)
{
    private readonly Dictionary<string, FileStamp?> _taken = [];
    private readonly Dictionary<string, FileStamp?> _seen = [];

    public string Path { get; } = System.IO.Path.GetFullPath(options.Models);

    /// <summary>Loads all files.</summary>
    /// <exception cref="AppException">There is no folder, or no file in it that can be served.</exception>
    public void LoadAll()
    {
        if (!Directory.Exists(Path))
        {
            throw new AppException(
                $"--models {options.Models}: there is no such folder. Make one with: dotnet run -c Release --project samples/Mnist -- --out {options.Models}");
        }

        Look(settledOnly: false);
        if (catalogue.Models.Count == 0)
        {
            var reasons = string.Concat(catalogue.Unusable.Select(file => $"{Environment.NewLine}  {file.Key}.onnx: {file.Value}"));
            throw new AppException(reasons.Length == 0
                ? $"--models {options.Models}: the folder has no .onnx file. Name the out folder of samples/Mnist, or another folder of image classifiers."
                : $"--models {options.Models}: no file in it can be served.{reasons}");
        }
    }

    /// <summary>Takes over what has changed.</summary>
    /// <param name="settledOnly">Whether to leave a file that has changed since the last look, as it may still be being written.</param>
    /// <returns>Whether a file was left.</returns>
    public bool Look(bool settledOnly)
    {
        var left = false;
        foreach (var name in Names())
        {
            var stamp = FileStamp.Of(FileOf(name));
            if (_taken.TryGetValue(name, out var last) && last == stamp)
            {
                continue;
            }

            var settled = _seen.TryGetValue(name, out var before) && before == stamp;
            _seen[name] = stamp;
            if (settledOnly && !settled)
            {
                left = true;
            }
            else if (TryTake(name, stamp))
            {
                _taken[name] = stamp;
            }
            else
            {
                left = true;
            }
        }

        return left;
    }

    private SortedSet<string> Names()
    {
        SortedSet<string> names = [.. _taken.Where(file => file.Value is not null).Select(file => file.Key)];
        try
        {
            names.UnionWith(Directory.EnumerateFiles(Path, "*.onnx").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is gone has no files; those that were served are reported one by one.
        }

        return names;
    }

    private string FileOf(string name) => System.IO.Path.Combine(Path, name + ".onnx");

    /// <returns>False when the file could not be read now, and is to be tried again.</returns>
    private bool TryTake(string name, FileStamp? stamp)
    {
        if (stamp is null)
        {
            catalogue.Forget(name);
            if (catalogue.Find(name) is { } gone)
            {
                Refuse(gone, name, "The file is gone.");
            }

            return true;
        }

        try
        {
            if (catalogue.Update(name, File.ReadAllBytes(FileOf(name))))
            {
                var slot = catalogue.Find(name)!;
                logger.LogInformation(
                    "{Model}: version {Version} answers, {Bytes:N0} bytes", name, slot.Current.Version, slot.Current.File.Length);
            }
        }
        catch (BadModelException e)
        {
            Refuse(catalogue.Find(name), name, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            catalogue.Complain(name, $"The file cannot be read ({e.Message}).");
            return false;
        }

        return true;
    }

    private void Refuse(ModelSlot? slot, string name, string reason)
    {
        catalogue.Complain(name, reason);
        if (slot is null)
        {
            logger.LogError("{Model}.onnx cannot be served. {Reason}", name, reason);
        }
        else
        {
            logger.LogError(
                "{Model}.onnx cannot replace version {Version}, which goes on answering. {Reason}", name, slot.Current.Version, reason);
        }
    }
}
